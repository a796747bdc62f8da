-- indicator_points(of_quarter, of_rulebook): 各单位各指标的扣分
-- uses:   quarters, unit_quarter, unit_exemptions, rulebooks, rulebook_indicators, rule_points
-- grain:  one row per quarter, unit and indicator of the rulebook
-- units:  points; deducted_points never exceeds cap_points, which has grown by share_points where the rulebook spreads
-- nulls:  full_points of an additive rulebook, cap_points without a bound, deducted_points when points are not confirmed
-- source: data/rulebooks/README.md, Score 2 to 4
-- note:   i-th share of M over n: floor6(M * i / n) - floor6(M * (i - 1) / n), in millionths, so that shares add up to M
with scope as (
    select q.quarter, r.rulebook, r.rebase
    from quarters as q
    inner join rulebooks as r on r.rulebook = coalesce(of_rulebook, q.rulebook)
    where of_quarter is null or q.quarter = of_quarter
),

judged as (
    select
        s.quarter,
        s.rulebook,
        s.rebase,
        u.unit,
        i.indicator,
        i.sort_order,
        i.full_points,
        i.cap_points,
        e.unit is not null as is_exempt,
        u.is_checked and e.unit is null as applies,
    from scope as s
    inner join rulebook_indicators as i on i.rulebook = s.rulebook
    inner join unit_quarter as u on u.quarter = s.quarter and u.channel = i.channel
    left join unit_exemptions as e on e.unit = u.unit and e.unit_function = i.unit_function
),

spreading as (
    select quarter, unit, sum(full_points) filter (where not applies) as missing_points, count(*) filter (where applies) as n
    from judged
    where rebase = 'spread'
    group by quarter, unit
    having bool_or(applies) and not bool_and(applies)
),

placed as (
    select
        j.quarter,
        j.unit,
        j.indicator,
        cast(m.missing_points * 1000000 as hugeint) as missing,
        m.n,
        row_number() over (partition by j.quarter, j.unit order by j.sort_order) as i,
    from judged as j
    inner join spreading as m on m.quarter = j.quarter and m.unit = j.unit
    where j.applies and j.rebase = 'spread'
),

shares as (
    select
        quarter,
        unit,
        indicator,
        cast((missing * i // n - missing * (i - 1) // n) * 0.000001 as decimal(18, 6)) as share_points,
    from placed
),

taken as (
    select
        quarter,
        unit,
        indicator,
        sum(hit_count) as hit_count,
        case when bool_and(points_before_cap is not null) then sum(points_before_cap) end as points_before_cap,
    from rule_points(of_quarter, of_rulebook)
    group by quarter, unit, indicator
),

capped as (
    select
        j.*,
        coalesce(h.share_points, 0) as share_points,
        j.cap_points + coalesce(h.share_points, 0) as cap,
        cast(coalesce(t.hit_count, 0) as bigint) as hit_count,
        case when t.indicator is null then 0 else t.points_before_cap end as points_before_cap,
    from judged as j
    left join shares as h on h.quarter = j.quarter and h.unit = j.unit and h.indicator = j.indicator
    left join taken as t on t.quarter = j.quarter and t.unit = j.unit and t.indicator = j.indicator
),

final as (
    select
        quarter,
        rulebook,
        unit,
        indicator,
        sort_order,
        applies,
        is_exempt,
        full_points,
        cast(share_points as decimal(18, 6)) as share_points,
        cast(cap as decimal(18, 6)) as cap_points,
        hit_count,
        cast(points_before_cap as decimal(24, 6)) as points_before_cap,
        cast(
            case when points_before_cap is not null then least(points_before_cap, coalesce(cap, points_before_cap)) end
            as decimal(24, 6)
        ) as deducted_points,
    from capped
)

select *
from final
