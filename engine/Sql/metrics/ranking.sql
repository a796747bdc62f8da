-- ranking(of_quarter, of_rulebook): 排名
-- uses:   unit_score, units, rulebook_groups, rulebook_bands
-- grain:  one row per quarter and unit
-- units:  unit_rank from 1 in its group, shared on ties, the next one skipped
-- nulls:  unit_rank, score and band when not checked (未检查); score under a veto
-- source: data/rulebooks; vetoed units come after all others and share the last place
with scored as (
    select
        s.*,
        g.ranked_group,
        g.group_order,
        u.short_name,
        u.sort_order,
    from unit_score(of_quarter, of_rulebook) as s
    inner join units as u on u.unit = s.unit
    inner join rulebook_groups as g on g.rulebook = s.rulebook and g.unit_group = u.unit_group
),

banded as (
    select
        s.*,
        (
            select max_by(b.band, b.from_score)
            from rulebook_bands as b
            where b.rulebook = s.rulebook and b.from_score <= case when s.outcome = 'vetoed' then 0 else s.score end
        ) as band,
    from scored as s
),

ranked as (
    select
        *,
        cast(
            rank() over (
                partition by quarter, ranked_group, outcome = 'unchecked'
                order by outcome = 'vetoed', score desc
            ) as integer
        ) as place,
    from banded
),

final as (
    select
        quarter,
        rulebook,
        ranked_group as unit_group,
        case when outcome <> 'unchecked' then place end as unit_rank,
        unit,
        short_name as unit_name,
        score,
        outcome,
        band,
        finding_count,
        veto_count,
        is_sample,
        group_order,
        sort_order,
    from ranked
)

select *
from final
