-- end_files: which file is in force follows from the batches that were not reverted, and from nothing else
-- uses:   raw_batches
-- note:   so a revert leaves what would stand had the batch never been loaded, whatever came after it; sample data is in
--         force only where no real file in force has one of its quarters
with reverted as (
    select reverts as batch_id, min(batch_id) as ended_by
    from raw_batches
    where reverts is not null
    group by reverts
),

kept as (
    select f.batch_id, f.document, f.is_sample, string_split(f.quarters, ' ') as quarters
    from raw_files as f
    anti join reverted as r on r.batch_id = f.batch_id
),

followed as (
    select *, lead(batch_id) over (partition by document order by batch_id) as replaced_by
    from kept
),

told as (
    select batch_id, replaced_by, unnest(quarters) as quarter
    from followed
    where not is_sample
),

-- The first real file of the quarter is the one that ended the sample, also when it was corrected since.
real_quarters as (
    select quarter, min(batch_id) as batch_id
    from told
    where quarter <> ''
    group by quarter
    having bool_or(replaced_by is null)
),

ousted as (
    select s.batch_id, s.document, min(r.batch_id) as ended_by
    from (select batch_id, document, unnest(quarters) as quarter from followed where is_sample) as s
    inner join real_quarters as r on r.quarter = s.quarter
    group by s.batch_id, s.document
),

ends as (
    select
        f.batch_id,
        f.document,
        coalesce(r.ended_by, n.replaced_by, o.ended_by) as ended_by,
    from raw_files as f
    left join reverted as r on r.batch_id = f.batch_id
    left join followed as n on n.batch_id = f.batch_id and n.document = f.document
    left join ousted as o on o.batch_id = f.batch_id and o.document = f.document
)

update raw_files as f
set ended_by = e.ended_by
from ends as e
where e.batch_id = f.batch_id and e.document = f.document and f.ended_by is distinct from e.ended_by
