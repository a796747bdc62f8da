-- file_difference: what a file changes against the copy it replaces
-- uses:   raw_facts
-- note:   $batch and $document name the new copy, $previous the batch of the old one; 0 for none
with newer as (
    select * from raw_facts where batch_id = $batch and document = $document
),

older as (
    select * from raw_facts where batch_id = $previous and document = $document
)

select
    count(*) filter (where o.fact_id is null) as added,
    count(*) filter (where n.fact_id is null) as removed,
    count(*) filter (
        where
            n.fact_id = o.fact_id
            and (n.fact_count, n.rate_percent, n.change_value, n.score)
            is distinct from (o.fact_count, o.rate_percent, o.change_value, o.score)
    ) as changed,
from newer as n
full join older as o on o.fact_id = n.fact_id
