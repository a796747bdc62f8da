-- stg_facts: facts in force
-- uses: raw_facts
-- grain: one row per printed number
select * exclude (ended_by)
from raw_facts
where ended_by is null
