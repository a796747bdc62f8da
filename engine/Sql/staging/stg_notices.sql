-- stg_notices: notices in force
-- uses: raw_notices
-- grain: one row per notice
select * exclude (ended_by)
from raw_notices
where ended_by is null
