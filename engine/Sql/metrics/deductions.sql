-- deductions(of_quarter, of_rulebook): 各单位各指标的扣分
-- uses:   ruled_cells, rule_points, spread_shares, rulebook_indicators, unit_exemptions
-- grain:  one row per quarter, unit and indicator in which something is taken
-- units:  points_micro, deducted_micro, cap_micro: whole millionths of a point, before and after the cap, and the cap, which
--         has grown by the unit's share where the rulebook spreads
-- nulls:  points when no public text confirms them, cap_micro without a bound
-- source: data/rulebooks/README.md, Score 3
with plain as (
    select
        c.quarter,
        c.rulebook,
        c.unit,
        c.indicator,
        sum(c.finding_count) as hit_count,
        sum(c.finding_count * c.points_micro) as points_micro,
        bool_and(c.points_micro is not null) as is_confirmed,
    from ruled_cells(of_quarter, of_rulebook) as c
    left join unit_exemptions as e on e.unit = c.unit and e.unit_function = c.unit_function
    where c.is_plain and e.unit is null
    group by c.quarter, c.rulebook, c.unit, c.indicator
),

other as (
    select
        quarter,
        rulebook,
        unit,
        indicator,
        sum(hit_count) as hit_count,
        sum(cast(points_before_cap * 1000000 as hugeint)) as points_micro,
        bool_and(points_before_cap is not null) as is_confirmed,
    from rule_points(of_quarter, of_rulebook)
    group by quarter, rulebook, unit, indicator
),

together as (
    select
        coalesce(p.quarter, o.quarter) as quarter,
        coalesce(p.rulebook, o.rulebook) as rulebook,
        coalesce(p.unit, o.unit) as unit,
        coalesce(p.indicator, o.indicator) as indicator,
        coalesce(p.hit_count, 0) + coalesce(o.hit_count, 0) as hit_count,
        case
            when coalesce(p.is_confirmed, true) and coalesce(o.is_confirmed, true)
                then coalesce(p.points_micro, 0) + coalesce(o.points_micro, 0)
        end as points_micro,
    from plain as p
    full join other as o on o.quarter = p.quarter and o.unit = p.unit and o.indicator = p.indicator
),

capped as (
    select
        t.*,
        cast(i.cap_points * 1000000 as bigint) + coalesce(cast(s.share_points * 1000000 as bigint), 0) as cap_micro,
    from together as t
    inner join rulebook_indicators as i on i.rulebook = t.rulebook and i.indicator = t.indicator
    left join spread_shares(of_quarter, of_rulebook) as s
        on s.quarter = t.quarter and s.unit = t.unit and s.indicator = t.indicator
),

final as (
    select
        quarter,
        rulebook,
        unit,
        indicator,
        hit_count,
        points_micro,
        cap_micro,
        least(points_micro, coalesce(cap_micro, points_micro)) as deducted_micro,
    from capped
)

select *
from final
