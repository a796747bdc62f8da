-- stg_files: files in force
-- uses: raw_batches
-- grain: one row per file
select * exclude (ended_by)
from raw_files
where ended_by is null
