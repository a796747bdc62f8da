-- ranks_are_whole: a rank is one more than the number of units placed before it, and nobody with a better score stands behind
-- uses: quarter_ranks, rulebooks
with ranked as (
    select r.*, case when b.rank_order = 'asc' then -r.score else r.score end as merit
    from quarter_ranks as r
    inner join rulebooks as b on b.rulebook = r.rulebook
    where r.unit_rank is not null
)

select r.quarter, r.unit_group, r.unit, r.unit_rank
from ranked as r
where
    r.unit_rank <> 1 + (
        select count(*)
        from ranked as o
        where o.quarter = r.quarter and o.unit_group = r.unit_group and o.unit_rank < r.unit_rank
    )
    or exists (
        select 1
        from ranked as o
        where
            o.quarter = r.quarter and o.unit_group = r.unit_group and o.unit_rank > r.unit_rank
            and (
                (r.outcome = 'vetoed' and o.outcome <> 'vetoed')
                or (r.outcome <> 'vetoed' and o.outcome <> 'vetoed' and o.merit > r.merit)
            )
    )
