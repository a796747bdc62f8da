-- file_difference: what a file changes against the copy it replaces
-- uses:   raw_facts, raw_combinations
-- note:   $batch and $document name the new copy, $previous the batch of the old one; 0 for none
with loaded as (
    select f.fact_number, c.batch_id, f.fact_count, c.rate_percent, c.change_value, c.score
    from raw_facts as f
    inner join raw_combinations as c on c.combination = f.combination
    where c.document = $document and c.batch_id in ($batch, $previous)
),

newer as (
    select * from loaded where batch_id = $batch
),

older as (
    select * from loaded where batch_id = $previous
)

select
    count(*) filter (where o.fact_number is null) as added,
    count(*) filter (where n.fact_number is null) as removed,
    count(*) filter (
        where
            n.fact_number = o.fact_number
            and (n.fact_count, n.rate_percent, n.change_value, n.score)
            is distinct from (o.fact_count, o.rate_percent, o.change_value, o.score)
    ) as changed,
from newer as n
full join older as o on o.fact_number = n.fact_number
