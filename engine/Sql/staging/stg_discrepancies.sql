-- stg_discrepancies: discrepancies in force
-- uses: raw_discrepancies, stg_files
-- grain: one row per discrepancy
select *
from raw_discrepancies
semi join stg_files using (batch_id, document)
