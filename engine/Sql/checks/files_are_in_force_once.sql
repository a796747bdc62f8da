-- files_are_in_force_once: no document is in force twice, and nothing of a reverted batch is
-- uses: stg_files, raw_batches
select document, count(*) as times
from stg_files
group by document
having count(*) > 1
union all
select f.document, 0
from stg_files as f
semi join raw_batches as r on r.reverts = f.batch_id
