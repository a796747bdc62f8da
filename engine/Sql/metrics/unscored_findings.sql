-- unscored_findings(of_quarter, of_rulebook): 没有规则扣分的问题
-- uses:   quarters, finding_cube, rulebook_cells, rulebook_hits, rulebook_indicators, unit_exemptions
-- grain:  one row per quarter, unit, channel, category, level and platform that no rule takes, or only one of an indicator that
--         the unit is exempt from
-- source: data/rulebooks/README.md, indicators
with scope as (
    select quarter, coalesce(of_rulebook, rulebook) as rulebook
    from quarters
    where of_quarter is null or quarter = of_quarter
),

named_platforms as (
    select distinct rulebook, channel, platform
    from rulebook_cells
    where platform <> '*'
),

cells as (
    select c.*, i.unit_function
    from rulebook_cells as c
    inner join rulebook_hits as h on h.rulebook = c.rulebook and h.rule = c.rule
    inner join rulebook_indicators as i on i.rulebook = h.rulebook and i.indicator = h.indicator
),

final as (
    select s.quarter, s.rulebook, c.unit, c.channel, c.category, c.level, c.platform, c.finding_count
    from scope as s
    inner join finding_cube as c on c.quarter = s.quarter
    left join named_platforms as p on p.rulebook = s.rulebook and p.channel = c.channel and p.platform = c.platform
    left join cells as r
        on
            r.rulebook = s.rulebook and r.channel = c.channel and r.category = c.category and r.level = c.level
            and r.platform = coalesce(p.platform, '*')
    left join unit_exemptions as e on e.unit = c.unit and e.unit_function = r.unit_function
    where c.unit <> 'NONE' and (r.rule is null or e.unit is not null)
)

select *
from final
