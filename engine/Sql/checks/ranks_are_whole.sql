-- ranks_are_whole: a rank is one more than the number of units placed before it in its group
-- uses: ranking
with ranked as (
    select *
    from ranking(null, null)
    where unit_rank is not null
)

select r.quarter, r.unit_group, r.unit, r.unit_rank
from ranked as r
where
    r.unit_rank <> 1 + (
        select count(*)
        from ranked as o
        where
            o.quarter = r.quarter and o.unit_group = r.unit_group
            and (
                (r.outcome = 'vetoed' and o.outcome <> 'vetoed')
                or (r.outcome <> 'vetoed' and o.outcome <> 'vetoed' and o.score > r.score)
            )
    )
