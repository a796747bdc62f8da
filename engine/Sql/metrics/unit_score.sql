-- unit_score(of_quarter, of_rulebook): 单位得分
-- uses:   ruled_quarters, unit_quarter, unit_exemptions, rulebook_indicators, deductions, award_points, veto_hits
-- grain:  one row per quarter and unit
-- units:  points, score_micro in millionths of a point; checked_points and earned_points are the full points of indicators that apply and what is left of them,
--         score_before_bonus stands after the conversion to the base, bonus_points counts only behind an open gate
-- nulls:  score under a veto that stops scoring, when nothing that the rulebook measures was checked, and while the rulebook
--         has gaps; of_quarter null means every quarter, of_rulebook null each quarter's own rulebook
-- source: data/rulebooks/README.md, Score
-- note:   capped_indicators: the sort_order of those from which findings took more than the cap. What was not checked neither costs nor earns points
-- The indicators of a channel apply together, but for the units that are exempt from some.
with channels as (
    select
        s.quarter,
        i.channel,
        count(*) as indicator_count,
        cast(sum(cast(i.full_points * 1000000 as bigint)) as bigint) as full_micro,
    from ruled_quarters(of_quarter, of_rulebook) as s
    inner join rulebook_indicators as i on i.rulebook = s.rulebook
    group by s.quarter, i.channel
),

-- A unit with findings or vetoes in a channel was checked there; the website's row is taken along so that every unit has one.
units_seen as (
    select
        u.quarter,
        u.unit,
        cast(sum(coalesce(u.finding_count, 0)) as bigint) as finding_count,
        cast(sum(u.veto_count) as bigint) as veto_count,
        bool_or(u.is_checked and u.channel = 'submission') as is_submission_known,
        cast(sum(case when u.is_checked then coalesce(c.indicator_count, 0) else 0 end) as bigint) as applied_count,
        cast(sum(case when u.is_checked then coalesce(c.full_micro, 0) else 0 end) as bigint) as full_micro,
    from unit_quarter as u
    left join channels as c on c.quarter = u.quarter and c.channel = u.channel
    where (u.is_checked or u.channel = 'website') and (of_quarter is null or u.quarter = of_quarter)
    group by u.quarter, u.unit
),

exempted as (
    select
        u.quarter,
        u.unit,
        count(*) as indicator_count,
        cast(sum(cast(i.full_points * 1000000 as bigint)) as bigint) as full_micro,
    from unit_exemptions as e
    inner join ruled_quarters(of_quarter, of_rulebook) as s on true
    inner join rulebook_indicators as i on i.rulebook = s.rulebook and i.unit_function = e.unit_function
    inner join unit_quarter as u on u.quarter = s.quarter and u.unit = e.unit and u.channel = i.channel
    where u.is_checked
    group by u.quarter, u.unit
),

deducted as (
    select
        quarter,
        unit,
        cast(sum(deducted_micro) as bigint) as deducted_micro,
        list(indicator_order) filter (where points_micro > cap_micro) as capped_indicators,
    from deductions(of_quarter, of_rulebook)
    group by quarter, unit
),

awarded as (
    select quarter, unit, cast(sum(points) * 1000000 as bigint) as bonus_micro
    from award_points(of_quarter, of_rulebook)
    group by quarter, unit
),

vetoed as (
    select
        quarter,
        unit,
        bool_or(outcome = 'fail') as stops,
        min(at_most_points) as at_most_points,
        cast(min(at_most_points) * 1000000 as bigint) as at_most_micro,
    from veto_hits(of_quarter, of_rulebook)
    group by quarter, unit
),

judged as (
    select
        s.quarter,
        s.rulebook,
        s.kind,
        cast(s.base_points * 1000000 as bigint) as base_micro,
        s.rebase,
        s.has_bonus,
        cast(s.bonus_above * 1000000 as bigint) as bonus_above_micro,
        s.is_sample,
        u.unit,
        u.finding_count,
        u.veto_count,
        case
            when v.stops then 'vetoed'
            when len(s.gaps) > 0 then 'incomplete'
            when
                s.kind = 'deduction'
                and (
                    u.applied_count = coalesce(x.indicator_count, 0)
                    or (s.indicator_count > u.applied_count - coalesce(x.indicator_count, 0) and s.rebase = 'none')
                )
                then 'unchecked'
            when
                s.kind = 'additive' and u.applied_count = coalesce(x.indicator_count, 0)
                and not (s.has_bonus and u.is_submission_known)
                then 'unchecked'
            else 'scored'
        end as outcome,
        s.indicator_count > u.applied_count - coalesce(x.indicator_count, 0) as is_partial,
        u.full_micro - coalesce(x.full_micro, 0) as full_micro,
        coalesce(d.deducted_micro, 0) as deducted_micro,
        d.capped_indicators,
        coalesce(a.bonus_micro, 0) as bonus_micro,
        v.at_most_points,
        v.at_most_micro,
    from ruled_quarters(of_quarter, of_rulebook) as s
    inner join units_seen as u on u.quarter = s.quarter
    left join exempted as x on x.quarter = u.quarter and x.unit = u.unit
    left join deducted as d on d.quarter = u.quarter and d.unit = u.unit
    left join awarded as a on a.quarter = u.quarter and a.unit = u.unit
    left join vetoed as v on v.quarter = u.quarter and v.unit = u.unit
),

-- In whole millionths: exact, and rounded half away from zero by adding half of the divisor before the division.
based as (
    select
        *,
        case
            when outcome <> 'scored' then null
            when kind = 'additive' then -deducted_micro
            when is_partial and rebase = 'scale'
                then (2 * (full_micro - deducted_micro) * base_micro + full_micro) // (2 * full_micro)
            else base_micro - deducted_micro
        end as before_micro,
    from judged
),

gated as (
    select
        *,
        has_bonus and (bonus_above_micro is null or before_micro > bonus_above_micro) as is_bonus_open,
    from based
),

totalled as (
    select
        *,
        -- least() leaves out what is null, and no score must not become at_most_points.
        case
            when before_micro is not null
                then least(before_micro + case when is_bonus_open then bonus_micro else 0 end, at_most_micro)
        end as score_micro,
    from gated
),

final as (
    select
        quarter,
        rulebook,
        unit,
        outcome,
        cast(full_micro * 0.000001 as decimal(24, 6)) as checked_points,
        cast(case when outcome = 'scored' then (full_micro - deducted_micro) * 0.000001 end as decimal(24, 6)) as earned_points,
        cast(before_micro * 0.000001 as decimal(24, 6)) as score_before_bonus,
        is_bonus_open,
        cast(bonus_micro * 0.000001 as decimal(24, 6)) as bonus_points,
        at_most_points,
        capped_indicators,
        cast(score_micro * 0.000001 as decimal(24, 6)) as score,
        score_micro,
        finding_count,
        veto_count,
        is_sample,
    from totalled
)

select *
from final
