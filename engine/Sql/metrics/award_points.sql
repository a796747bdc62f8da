-- award_points(of_quarter, of_rulebook): 各单位每一项加分，门槛和总上限之前
-- uses:   ruled_quarters, submission_counts, units, rulebook_awards
-- grain:  one row per quarter, unit, award and target with a figure
-- units:  points; hit_count items that count for this target
-- nulls:  points when no public text confirms them
-- source: data/rulebooks/README.md, bonus and Score 5
with heights as (
    select *
    from (values ('banner', 1), ('city', 2), ('region', 3), ('state', 4)) as t (target, height)
),

matched as (
    select
        s.quarter, s.rulebook, s.bonus_cap, f.unit, a.rule, a.rule_order, a.target, h.height, a.points, a.counting, a.cap_points,
        f.item_count,
    from ruled_quarters(of_quarter, of_rulebook) as s
    inner join rulebook_awards as a on a.rulebook = s.rulebook
    inner join submission_counts as f on f.quarter = s.quarter and f.measure = a.measure and f.target = a.target
    inner join units as u on u.unit = f.unit
    inner join heights as h on h.target = cast(a.target as varchar)
),

counted as (
    select
        m.*,
        case
            when m.counting = 'each' then m.item_count
            else greatest(m.item_count - coalesce((
                select max(o.item_count)
                from matched as o
                where o.quarter = m.quarter and o.unit = m.unit and o.rule = m.rule and o.height > m.height
            ), 0), 0)
        end as hit_count,
    from matched as m
),

summed as (
    select
        *,
        hit_count * points as points_before_cap,
        least(
            sum(hit_count * points) over (
                partition by quarter, unit, rule order by height rows between unbounded preceding and current row
            ),
            coalesce(cap_points, 999999999999)
        ) as reached,
    from counted
),

item_capped as (
    select
        *,
        reached - coalesce(lag(reached) over (partition by quarter, unit, rule order by height), 0) as item_points,
    from summed
),

all_summed as (
    select
        *,
        least(
            sum(item_points) over (
                partition by quarter, unit order by rule_order, height rows between unbounded preceding and current row
            ),
            coalesce(bonus_cap, 999999999999)
        ) as total_reached,
    from item_capped
),

final as (
    select
        quarter,
        rulebook,
        unit,
        rule,
        rule_order,
        target,
        height,
        cast(hit_count as bigint) as hit_count,
        points as points_per_hit,
        cast(points_before_cap as decimal(24, 6)) as points_before_cap,
        cast(
            total_reached - coalesce(lag(total_reached) over (partition by quarter, unit order by rule_order, height), 0)
            as decimal(24, 6)
        ) as points,
    from all_summed
)

select *
from final
