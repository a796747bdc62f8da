-- deductions(of_quarter, of_rulebook): 各单位各指标的扣分
-- uses:   ruled_quarters, ruled_cells, rule_points, spread_shares, rulebook_indicators, unit_exemptions
-- grain:  one row per quarter, unit and indicator in which something is taken
-- units:  points_micro, deducted_micro, cap_micro: whole millionths of a point, before and after the cap, and the cap, which
--         has grown by the unit's share where the rulebook spreads
-- nulls:  cap_micro without a bound; points that no public text confirms count as 0, the rulebook's gaps keep it from scoring
-- source: data/rulebooks/README.md, Score 3
with taken as (
    select
        c.quarter,
        c.unit,
        c.indicator_order,
        c.finding_count as hit_count,
        c.finding_count * c.points_micro as points_micro,
    from ruled_cells(of_quarter, of_rulebook) as c
    left join unit_exemptions as e on e.unit = c.unit and e.unit_function = c.unit_function
    where c.is_plain and e.unit is null
    union all
    select quarter, unit, indicator_order, hit_count, cast(points_before_cap * 1000000 as bigint) as points_micro
    from rule_points(of_quarter, of_rulebook)
),

summed as (
    select
        quarter,
        unit,
        indicator_order,
        sum(hit_count) as hit_count,
        coalesce(cast(sum(points_micro) as bigint), 0) as points_micro,
    from taken
    group by quarter, unit, indicator_order
),

caps as (
    select q.quarter, i.rulebook, i.indicator, i.sort_order, cast(i.cap_points * 1000000 as bigint) as cap_micro
    from ruled_quarters(of_quarter, of_rulebook) as q
    inner join rulebook_indicators as i on i.rulebook = q.rulebook
),

capped as (
    select
        t.quarter,
        i.rulebook,
        t.unit,
        i.indicator,
        t.indicator_order,
        t.hit_count,
        t.points_micro,
        i.cap_micro + coalesce(cast(s.share_points * 1000000 as bigint), 0) as cap_micro,
    from summed as t
    inner join caps as i on i.quarter = t.quarter and i.sort_order = t.indicator_order
    left join spread_shares(of_quarter, of_rulebook) as s
        on s.quarter = t.quarter and s.unit = t.unit and s.indicator = i.indicator
),

final as (
    select
        quarter,
        rulebook,
        unit,
        indicator,
        indicator_order,
        hit_count,
        points_micro,
        cap_micro,
        least(points_micro, coalesce(cap_micro, points_micro)) as deducted_micro,
    from capped
)

select *
from final
