-- dependents: what rests on a batch
-- uses:   raw_batches, raw_publications, raw_alias_decisions
-- grain:  one row per later batch, publication or decision
with files as (
    select document, unnest(string_split(quarters, ' ')) as quarter
    from raw_files
    where batch_id = $batch
),

kept as (
    select f.*
    from raw_files as f
    anti join raw_batches as r on r.reverts = f.batch_id
)

select distinct 'batch' as kind, k.batch_id as number, k.file_name as name
from kept as k
inner join files as f on f.document = k.document
where k.batch_id > $batch
union all
select distinct 'publication', p.publication, p.quarter
from raw_publications as p
inner join files as f on f.quarter = p.quarter
where p.last_batch >= $batch
union all
select distinct 'account', k.batch_id, k.file_name
from kept as k
inner join raw_uses as u on u.batch_id = k.batch_id and u.document = k.document
where u.kind = 'account' and u.reference = $batch and k.batch_id <> $batch
union all
select distinct 'alias', d.decision_id, d.alias
from raw_uses as u
inner join raw_alias_decisions as d on d.decision_id = u.reference
where u.kind = 'alias' and u.batch_id = $batch
order by kind, number, name
