-- ranking(of_quarter, of_rulebook): 排名
-- uses:   unit_score, units, rulebooks, rulebook_groups, rulebook_bands, submissions
-- grain:  one row per quarter and unit
-- units:  unit_rank from 1 in its group, shared when the score and every tie-breaker are equal, the next one skipped
-- nulls:  unit_rank, score and band when not checked (未检查) or the rulebook has gaps; score under a veto that stops scoring;
--         finding_count and veto_count when not checked and nothing is named, which is not zero
-- source: data/rulebooks/README.md, ranking; vetoed units come after all others and share the last place
with reported as (
    select quarter, unit, sum(submitted_count) as submitted_count, sum(adopted_count) as adopted_count
    from submissions
    where of_quarter is null or quarter = of_quarter
    group by quarter, unit
),

-- Smaller is better: scores and counts of which more is better change their sign.
scored as (
    select
        s.*,
        g.ranked_group,
        g.group_order,
        u.short_name,
        u.sort_order,
        case
            when s.outcome = 'vetoed' then 1000000000000000000
            when s.outcome = 'scored' then case when b.rank_order = 'asc' then s.score_micro else -s.score_micro end
        end as score_key,
        case b.tie_1
            when 'vetoes' then s.veto_count when 'findings' then s.finding_count
            when 'submitted' then -coalesce(p.submitted_count, 0) when 'adopted' then -coalesce(p.adopted_count, 0)
            else 0
        end as tie_1,
        case b.tie_2
            when 'vetoes' then s.veto_count when 'findings' then s.finding_count
            when 'submitted' then -coalesce(p.submitted_count, 0) when 'adopted' then -coalesce(p.adopted_count, 0)
            else 0
        end as tie_2,
        case b.tie_3
            when 'vetoes' then s.veto_count when 'findings' then s.finding_count
            when 'submitted' then -coalesce(p.submitted_count, 0) when 'adopted' then -coalesce(p.adopted_count, 0)
            else 0
        end as tie_3,
        b.tie_1 is not null as has_ties,
    from unit_score(of_quarter, of_rulebook) as s
    inner join units as u on u.unit = s.unit
    inner join rulebooks as b on b.rulebook = s.rulebook
    inner join rulebook_groups as g on g.rulebook = s.rulebook and g.unit_group = u.unit_group
    left join reported as p on p.quarter = s.quarter and p.unit = s.unit
),

bands as (
    select
        rulebook,
        band,
        from_score,
        coalesce(lead(from_score) over (partition by rulebook order by from_score), 999999999999) as below_score,
    from rulebook_bands
),

banded as (
    select s.*, b.band
    from scored as s
    left join bands as b
        on
            b.rulebook = s.rulebook
            and case when s.outcome = 'vetoed' then 0 else s.score end >= b.from_score
            and case when s.outcome = 'vetoed' then 0 else s.score end < b.below_score
),

-- One number for three tie-breakers, each of which lies within a million millions: sorting by many columns is dear.
ranked as (
    select
        *,
        cast(
            rank() over (
                partition by quarter, ranked_group
                order by
                    score_key nulls last,
                    case
                        when has_ties and outcome = 'scored'
                            then
                                (cast(tie_1 as hugeint) * 2000000000000 + cast(tie_2 as hugeint)) * 2000000000000
                                + cast(tie_3 as hugeint)
                        else 0
                    end
            ) as integer
        ) as place,
    from banded
),

final as (
    select
        quarter,
        rulebook,
        ranked_group as unit_group,
        case when score_key is not null then place end as unit_rank,
        unit,
        short_name as unit_name,
        score,
        outcome,
        case when outcome in ('scored', 'vetoed') then band end as band,
        at_most_points is not null and outcome = 'scored' as is_held_down,
        case when outcome = 'unchecked' then nullif(finding_count, 0) else finding_count end as finding_count,
        case when outcome = 'unchecked' then nullif(veto_count, 0) else veto_count end as veto_count,
        is_sample,
        group_order,
        sort_order,
    from ranked
)

select *
from final
