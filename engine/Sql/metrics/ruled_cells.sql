-- ruled_cells(of_quarter, of_rulebook): 问题立方体的每一格由哪一条规则扣分
-- uses:   ruled_quarters, finding_cube, rulebook_cells
-- grain:  one row per cell of finding_cube with a unit that a rule takes
-- source: data/rulebooks/README.md, indicators
-- note:   channels in which no platform is named, which is nearly all, join without it
with by_kind as (
    select
        c.quarter, r.rulebook, c.unit, c.channel, c.category, c.level, c.platform, c.finding_count, r.rule, r.indicator,
        r.indicator_order, r.rule_order, r.unit_function, r.points, r.points_micro, r.per_count, r.unless_also, r.is_plain,
    from finding_cube as c
    inner join (
        select s.quarter, r.*
        from ruled_quarters(of_quarter, of_rulebook) as s
        inner join rulebook_cells as r on r.rulebook = s.rulebook
        where not r.is_platform_named
    ) as r on r.quarter = c.quarter and r.channel = c.channel and r.category = c.category and r.level = c.level
    where c.unit <> 'NONE'
),

named_platforms as (
    select distinct s.quarter, r.channel, r.platform
    from ruled_quarters(of_quarter, of_rulebook) as s
    inner join rulebook_cells as r on r.rulebook = s.rulebook
    where r.is_platform_named and r.platform <> '*'
),

by_platform as (
    select
        c.quarter, r.rulebook, c.unit, c.channel, c.category, c.level, c.platform, c.finding_count, r.rule, r.indicator,
        r.indicator_order, r.rule_order, r.unit_function, r.points, r.points_micro, r.per_count, r.unless_also, r.is_plain,
    from (
        select s.quarter, r.*
        from ruled_quarters(of_quarter, of_rulebook) as s
        inner join rulebook_cells as r on r.rulebook = s.rulebook
        where r.is_platform_named
    ) as r
    inner join finding_cube as c
        on r.quarter = c.quarter and r.channel = c.channel and r.category = c.category and r.level = c.level
    left join named_platforms as p on p.quarter = c.quarter and p.channel = c.channel and p.platform = c.platform
    where c.unit <> 'NONE' and r.platform = coalesce(p.platform, '*')
),

final as (
    select * from by_kind
    union all
    select * from by_platform
)

select *
from final
