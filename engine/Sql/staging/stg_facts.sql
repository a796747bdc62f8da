-- stg_facts: facts in force
-- uses: raw_facts, stg_files
-- grain: one row per printed number
select *
from raw_facts
semi join stg_files using (batch_id, document)
