-- stg_notices: notices in force
-- uses: raw_notices, stg_files
-- grain: one row per notice
select *
from raw_notices
semi join stg_files using (batch_id, document)
