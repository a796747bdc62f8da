-- unit_score(of_quarter, of_rulebook): 单位得分
-- uses:   quarters, rulebooks, unit_quarter, indicator_points, award_points, veto_hits, divide_exact
-- grain:  one row per quarter and unit
-- units:  points; checked_points and earned_points are the full points of indicators that apply and what is left of them,
--         score_before_bonus stands after the conversion to the base, bonus_points counts only behind an open gate
-- nulls:  score under a veto that stops scoring, when nothing that the rulebook measures was checked, and while the rulebook
--         has gaps; of_quarter null means every quarter, of_rulebook null each quarter's own rulebook
-- source: data/rulebooks/README.md, Score
-- note:   what was not checked neither costs nor earns points
with scope as (
    select q.quarter, q.is_sample, r.*
    from quarters as q
    inner join rulebooks as r on r.rulebook = coalesce(of_rulebook, q.rulebook)
    where of_quarter is null or q.quarter = of_quarter
),

units_seen as (
    select
        quarter,
        unit,
        cast(sum(coalesce(finding_count, 0)) as bigint) as finding_count,
        cast(sum(veto_count) as bigint) as veto_count,
        bool_or(is_checked and channel = 'submission') as is_submission_known,
    from unit_quarter
    where of_quarter is null or quarter = of_quarter
    group by quarter, unit
),

indicators as (
    select
        quarter,
        unit,
        count(*) filter (where not applies) as missing_count,
        sum(full_points) filter (where applies) as full_points,
        coalesce(sum(deducted_points) filter (where applies), 0) as deducted_points,
        count(*) filter (where applies) as applied_count,
    from indicator_points(of_quarter, of_rulebook)
    group by quarter, unit
),

awarded as (
    select quarter, unit, sum(points) as bonus_points
    from award_points(of_quarter, of_rulebook)
    group by quarter, unit
),

vetoed as (
    select
        quarter,
        unit,
        bool_or(outcome = 'fail') as stops,
        min(at_most_points) as at_most_points,
    from veto_hits(of_quarter, of_rulebook)
    group by quarter, unit
),

judged as (
    select
        s.quarter,
        s.rulebook,
        s.kind,
        s.base_points,
        s.rebase,
        s.has_bonus,
        s.bonus_above,
        s.is_sample,
        u.unit,
        u.finding_count,
        u.veto_count,
        case
            when v.stops then 'vetoed'
            when len(s.gaps) > 0 then 'incomplete'
            when
                s.kind = 'deduction'
                and (coalesce(i.applied_count, 0) = 0 or (i.missing_count > 0 and s.rebase = 'none'))
                then 'unchecked'
            when
                s.kind = 'additive' and coalesce(i.applied_count, 0) = 0
                and not (s.has_bonus and u.is_submission_known)
                then 'unchecked'
            else 'scored'
        end as outcome,
        coalesce(i.missing_count, 0) as missing_count,
        i.full_points,
        coalesce(i.deducted_points, 0) as deducted_points,
        coalesce(a.bonus_points, 0) as bonus_points,
        v.at_most_points,
    from scope as s
    inner join units_seen as u on u.quarter = s.quarter
    left join indicators as i on i.quarter = u.quarter and i.unit = u.unit
    left join awarded as a on a.quarter = u.quarter and a.unit = u.unit
    left join vetoed as v on v.quarter = u.quarter and v.unit = u.unit
),

based as (
    select
        *,
        case
            when outcome <> 'scored' then null
            when kind = 'additive' then -deducted_points
            when missing_count > 0 and rebase = 'scale'
                then divide_exact((full_points - deducted_points) * base_points, full_points)
            else base_points - deducted_points
        end as score_before_bonus,
    from judged
),

final as (
    select
        quarter,
        rulebook,
        unit,
        outcome,
        cast(full_points as decimal(18, 6)) as checked_points,
        cast(case when outcome = 'scored' then full_points - deducted_points end as decimal(24, 6)) as earned_points,
        cast(score_before_bonus as decimal(24, 6)) as score_before_bonus,
        has_bonus and (bonus_above is null or score_before_bonus > bonus_above) as is_bonus_open,
        cast(bonus_points as decimal(24, 6)) as bonus_points,
        at_most_points,
        cast(
            least(
                score_before_bonus
                + case when has_bonus and (bonus_above is null or score_before_bonus > bonus_above) then bonus_points else 0 end,
                at_most_points
            ) as decimal(24, 6)
        ) as score,
        finding_count,
        veto_count,
        is_sample,
    from based
)

select *
from final
