-- stg_discrepancies: discrepancies in force
-- uses: raw_discrepancies
-- grain: one row per discrepancy
select * exclude (ended_by)
from raw_discrepancies
where ended_by is null
