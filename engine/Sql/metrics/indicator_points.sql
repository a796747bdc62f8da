-- indicator_points(of_quarter, of_rulebook): 各单位各指标的得分情况
-- uses:   ruled_quarters, unit_quarter, unit_exemptions, rulebooks, rulebook_indicators, deductions, spread_shares
-- grain:  one row per quarter, unit and indicator of the rulebook
-- units:  points; deducted_points never exceeds cap_points, which has grown by share_points where the rulebook spreads
-- nulls:  full_points of an additive rulebook, cap_points without a bound
-- source: data/rulebooks/README.md, Score 2 to 4
with judged as (
    select
        q.quarter,
        i.rulebook,
        u.unit,
        i.indicator,
        i.sort_order,
        i.full_points,
        i.cap_points,
        e.unit is not null as is_exempt,
        u.is_checked and e.unit is null as applies,
    from ruled_quarters(of_quarter, of_rulebook) as q
    inner join rulebook_indicators as i on i.rulebook = q.rulebook
    inner join unit_quarter as u on u.quarter = q.quarter and u.channel = i.channel
    left join unit_exemptions as e on e.unit = u.unit and e.unit_function = i.unit_function
),

final as (
    select
        j.quarter,
        j.rulebook,
        j.unit,
        j.indicator,
        j.sort_order,
        j.applies,
        j.is_exempt,
        j.full_points,
        coalesce(s.share_points, 0) as share_points,
        j.cap_points + coalesce(s.share_points, 0) as cap_points,
        cast(coalesce(d.hit_count, 0) as bigint) as hit_count,
        cast(case when d.unit is null then 0 else cast(d.points_micro as decimal(24, 0)) * 0.000001 end as decimal(24, 6)) as points_before_cap,
        cast(case when d.unit is null then 0 else cast(d.deducted_micro as decimal(24, 0)) * 0.000001 end as decimal(24, 6)) as deducted_points,
    from judged as j
    left join deductions(of_quarter, of_rulebook) as d
        on d.quarter = j.quarter and d.unit = j.unit and d.indicator = j.indicator
    left join spread_shares(of_quarter, of_rulebook) as s
        on s.quarter = j.quarter and s.unit = j.unit and s.indicator = j.indicator
)

select *
from final
