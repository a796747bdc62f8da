-- unscored_findings(of_quarter, of_rulebook): 没有规则扣分的问题
-- uses:   ruled_quarters, ruled_cells, finding_cube, rulebook_cells, unit_exemptions
-- grain:  one row per quarter, unit, channel, category, level and platform that no rule takes, or only one of an indicator that
--         the unit is exempt from
-- source: data/rulebooks/README.md, indicators
with named as (
    select distinct s.quarter, r.channel, r.platform
    from ruled_quarters(of_quarter, of_rulebook) as s
    inner join rulebook_cells as r on r.rulebook = s.rulebook
    where r.is_platform_named
),

-- Anti joins keep the cube out of hash tables, whatever the optimizer thinks of its size.
plain_channels as (
    select s.rulebook, c.*
    from finding_cube as c
    inner join ruled_quarters(of_quarter, of_rulebook) as s on s.quarter = c.quarter
    anti join (
        select s.quarter, r.*
        from ruled_quarters(of_quarter, of_rulebook) as s
        inner join rulebook_cells as r on r.rulebook = s.rulebook
    ) as r on r.quarter = c.quarter and r.channel = c.channel and r.category = c.category and r.level = c.level
    anti join named as p on p.quarter = c.quarter and p.channel = c.channel
),

named_channels as (
    select s.rulebook, c.*
    from ruled_quarters(of_quarter, of_rulebook) as s
    inner join (select distinct quarter, channel from named) as n on n.quarter = s.quarter
    inner join finding_cube as c on c.quarter = n.quarter and c.channel = n.channel
    left join named as p on p.quarter = c.quarter and p.channel = c.channel and p.platform = c.platform
    anti join rulebook_cells as r
        on
            r.rulebook = s.rulebook and r.channel = c.channel and r.category = c.category and r.level = c.level
            and r.platform = coalesce(p.platform, '*')
),

exempt as (
    select c.quarter, c.rulebook, c.unit, c.channel, c.category, c.level, c.platform, c.finding_count
    from ruled_cells(of_quarter, of_rulebook) as c
    inner join unit_exemptions as e on e.unit = c.unit and e.unit_function = c.unit_function
),

final as (
    select quarter, rulebook, unit, channel, category, level, platform, finding_count
    from plain_channels
    where unit <> 'NONE'
    union all
    select quarter, rulebook, unit, channel, category, level, platform, finding_count
    from named_channels
    where unit <> 'NONE'
    union all
    select * from exempt
)

select *
from final
