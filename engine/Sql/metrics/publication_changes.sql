-- publication_changes(of_quarter): 发布之后的变化
-- uses:   publications, published_ranks, ranking
-- grain:  one row per quarter and unit whose score, rank or outcome is no longer what was published
-- nulls:  the published side of a unit that came later, the present side of one that is gone
-- source: design: later corrections show as a difference and need a new publication
with published as (
    select r.*, p.rulebook
    from publications as p
    inner join published_ranks as r on r.publication = p.publication
    where p.is_in_force and (of_quarter is null or p.quarter = of_quarter)
),

present as (
    select n.*
    from ranking(of_quarter, null) as n
    inner join publications as p on p.quarter = n.quarter and p.is_in_force
),

final as (
    select
        coalesce(p.quarter, n.quarter) as quarter,
        coalesce(p.unit, n.unit) as unit,
        coalesce(p.unit_name, n.unit_name) as unit_name,
        p.unit_rank as published_rank,
        p.score as published_score,
        p.outcome as published_outcome,
        n.unit_rank,
        n.score,
        n.outcome,
    from published as p
    full join present as n on n.quarter = p.quarter and n.unit = p.unit
    where
        p.unit_rank is distinct from n.unit_rank or p.score is distinct from n.score
        or p.outcome is distinct from n.outcome or p.unit_group is distinct from n.unit_group
)

select *
from final
