-- stg_coverage: coverage in force
-- uses: raw_coverage
-- grain: one row per statement of what was checked
select * exclude (ended_by)
from raw_coverage
where ended_by is null
