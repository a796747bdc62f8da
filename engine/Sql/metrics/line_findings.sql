-- line_findings(of_quarter, of_rulebook): 每个问题由哪一条规则扣分
-- uses:   ruled_quarters, findings, shared_subjects, rulebook_cells, rulebook_hits, rulebook_indicators, unit_quarter, unit_exemptions
-- grain:  one row per quarter and finding of a unit
-- nulls:  rule and indicator when no rule takes the finding; is_counted is false when it is left out by unlessAlso, when its
--         indicator does not apply to the unit, and when no rule takes it
-- source: data/rulebooks/README.md, indicators
with named_platforms as (
    select distinct rulebook, channel, platform
    from rulebook_cells
    where platform <> '*'
),

taken as (
    select s.quarter, s.rulebook, f.* exclude (quarter), r.rule
    from ruled_quarters(of_quarter, of_rulebook) as s
    inner join findings as f on f.quarter = s.quarter
    left join named_platforms as p on p.rulebook = s.rulebook and p.channel = f.channel and p.platform = f.platform
    left join rulebook_cells as r
        on
            r.rulebook = s.rulebook and r.channel = f.channel and r.category = f.category and r.level = f.level
            and r.platform = coalesce(p.platform, '*')
    where f.unit <> 'NONE'
),

final as (
    select
        t.quarter,
        t.rulebook,
        t.unit,
        t.finding_id,
        t.channel,
        t.category,
        t.level,
        t.platform,
        t.finding_count,
        h.indicator,
        t.rule,
        t.rule is not null and e.unit is null and x.subject is null as is_counted,
        x.subject as excluded_subject,
    from taken as t
    left join rulebook_hits as h on h.rulebook = t.rulebook and h.rule = t.rule
    left join rulebook_indicators as i on i.rulebook = h.rulebook and i.indicator = h.indicator
    left join unit_exemptions as e on e.unit = t.unit and e.unit_function = i.unit_function
    left join shared_subjects as x
        on
            x.quarter = t.quarter and x.unit = t.unit and x.channel = t.channel and x.platform = t.platform
            and x.subject = t.subject and x.category = t.category and x.level = t.level
            and list_has_any(h.unless_also, list_filter(x.categories, lambda other: other <> x.category))
)

select *
from final
