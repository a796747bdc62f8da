-- indicator_points(of_quarter, of_rulebook): 各单位各指标的扣分
-- uses:   quarters, unit_quarter, finding_cube, rulebook_indicators, rulebook_rules
-- grain:  one row per quarter, unit and indicator of the rulebook
-- units:  points; deducted_points never exceeds the cap
-- nulls:  of_quarter null means every quarter, of_rulebook null each quarter's own rulebook
with scope as (
    select quarter, coalesce(of_rulebook, rulebook) as rulebook, is_sample
    from quarters
    where of_quarter is null or quarter = of_quarter
),

hits as (
    select
        s.quarter,
        s.rulebook,
        c.unit,
        r.indicator,
        sum(c.finding_count) as hit_count,
        sum(c.finding_count * r.points_per_hit) as hit_points,
    from scope as s
    inner join finding_cube as c on c.quarter = s.quarter
    inner join rulebook_rules as r
        on r.rulebook = s.rulebook and r.channel = c.channel and r.category = c.category and r.level = c.level
    where c.unit <> 'NONE'
    group by s.quarter, s.rulebook, c.unit, r.indicator
),

final as (
    select
        s.quarter,
        s.rulebook,
        u.unit,
        i.indicator,
        i.indicator_title,
        i.channel,
        i.sort_order,
        u.status,
        u.is_checked,
        i.full_points,
        i.cap_points,
        cast(coalesce(h.hit_count, 0) as bigint) as hit_count,
        cast(coalesce(h.hit_points, 0) as decimal(18, 6)) as hit_points,
        cast(least(coalesce(h.hit_points, 0), i.cap_points) as decimal(18, 6)) as deducted_points,
        s.is_sample,
    from scope as s
    inner join rulebook_indicators as i on i.rulebook = s.rulebook
    inner join unit_quarter as u on u.quarter = s.quarter and u.channel = i.channel
    left join hits as h
        on h.quarter = s.quarter and h.rulebook = s.rulebook and h.unit = u.unit and h.indicator = i.indicator
)

select *
from final
