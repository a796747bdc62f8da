-- stg_coverage: coverage in force
-- uses: raw_coverage, stg_files
-- grain: one row per statement of what was checked
select *
from raw_coverage
semi join stg_files using (batch_id, document)
