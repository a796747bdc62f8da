-- unscored_findings(of_quarter, of_rulebook): 没有规则扣分的问题
-- uses:   quarters, finding_cube, rulebook_cells, unit_exemptions
-- grain:  one row per quarter, unit, channel, category, level and platform that no rule takes, or only one of an indicator that
--         the unit is exempt from
-- source: data/rulebooks/README.md, indicators
with scope as (
    select quarter, coalesce(of_rulebook, rulebook) as rulebook
    from quarters
    where of_quarter is null or quarter = of_quarter
),

-- Nearly every kind of finding has a rule: only those that have none are looked up in the cube.
kinds as (
    select distinct s.quarter, s.rulebook, c.channel, c.category, c.level, c.platform
    from scope as s
    inner join finding_cube as c on c.quarter = s.quarter
),

judged as (
    select
        k.*,
        r.rule is null as has_no_rule,
        r.unit_function,
    from kinds as k
    left join (
        select distinct rulebook, channel, platform
        from rulebook_cells
        where platform <> '*'
    ) as p on p.rulebook = k.rulebook and p.channel = k.channel and p.platform = k.platform
    left join rulebook_cells as r
        on
            r.rulebook = k.rulebook and r.channel = k.channel and r.category = k.category and r.level = k.level
            and r.platform = coalesce(p.platform, '*')
),

final as (
    select c.quarter, j.rulebook, c.unit, c.channel, c.category, c.level, c.platform, c.finding_count
    from (select * from judged where has_no_rule or unit_function <> 'NONE') as j
    inner join finding_cube as c
        on
            c.quarter = j.quarter and c.channel = j.channel and c.category = j.category and c.level = j.level
            and c.platform = j.platform
    left join unit_exemptions as e on e.unit = c.unit and e.unit_function = j.unit_function
    where c.unit <> 'NONE' and (j.has_no_rule or e.unit is not null)
)

select *
from final
