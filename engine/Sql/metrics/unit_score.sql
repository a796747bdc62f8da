-- unit_score(of_quarter, of_rulebook): 单位得分
-- uses:   indicator_points, rulebooks, unit_quarter, divide_exact
-- grain:  one row per quarter and unit
-- units:  points of the rulebook's base; checked_points and earned_points before the conversion to the base
-- nulls:  score under a veto and when no indicator's channel was checked; of_quarter null means every quarter
-- source: design of the rulebook: (full points checked − points deducted) × base ÷ full points checked
-- note:   what was not checked neither costs nor earns points
with indicators as (
    select
        quarter,
        rulebook,
        unit,
        sum(full_points) filter (where is_checked) as checked_points,
        sum(full_points - deducted_points) filter (where is_checked) as earned_points,
        bool_or(is_sample) as is_sample,
    from indicator_points(of_quarter, of_rulebook)
    group by quarter, rulebook, unit
),

counted as (
    select
        quarter,
        unit,
        cast(sum(coalesce(finding_count, 0)) as bigint) as finding_count,
        cast(sum(veto_count) as bigint) as veto_count,
    from unit_quarter
    where of_quarter is null or quarter = of_quarter
    group by quarter, unit
),

judged as (
    select
        i.quarter,
        i.rulebook,
        i.unit,
        case
            when c.veto_count > 0 then 'vetoed'
            when i.checked_points is null then 'unchecked'
            else 'scored'
        end as outcome,
        cast(i.checked_points as decimal(18, 6)) as checked_points,
        cast(i.earned_points as decimal(18, 6)) as earned_points,
        r.base_points,
        c.finding_count,
        c.veto_count,
        i.is_sample,
    from indicators as i
    inner join counted as c on c.quarter = i.quarter and c.unit = i.unit
    inner join rulebooks as r on r.rulebook = i.rulebook
),

final as (
    select
        quarter,
        rulebook,
        unit,
        outcome,
        checked_points,
        earned_points,
        cast(
            case when outcome = 'scored' then divide_exact(earned_points * base_points, checked_points) end
            as decimal(18, 6)
        ) as score,
        finding_count,
        veto_count,
        is_sample,
    from judged
)

select *
from final
