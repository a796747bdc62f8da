-- rule_points(of_quarter, of_rulebook): 按若干条计、排除重复和报送不足的规则的扣分，封顶之前
-- uses:   ruled_quarters, ruled_cells, shared_subjects, rulebook_cells, unit_quarter, unit_exemptions, submission_counts, rulebook_quotas, rulebook_indicators
-- grain:  one row per quarter, unit and such rule that takes something; plain rules are worked out cell by cell
-- units:  points; hit_count findings that count, excluded_count those left out by unlessAlso
-- nulls:  points_before_cap when no public text confirms the rule's points
-- source: data/rulebooks/README.md, hits and quotas
with taken as (
    select
        quarter, rulebook, unit, indicator, indicator_order, rule, rule_order, unit_function, points, per_count,
        sum(finding_count) as finding_count,
    from ruled_cells(of_quarter, of_rulebook)
    where not is_plain
    group by quarter, rulebook, unit, indicator, indicator_order, rule, rule_order, unit_function, points, per_count
),

named_platforms as (
    select distinct rulebook, channel, platform
    from rulebook_cells
    where platform <> '*'
),

excluded as (
    select s.quarter, s.rulebook, c.unit, r.rule, sum(c.finding_count) as excluded_count
    from ruled_quarters(of_quarter, of_rulebook) as s
    inner join shared_subjects as c on c.quarter = s.quarter
    left join named_platforms as p on p.rulebook = s.rulebook and p.channel = c.channel and p.platform = c.platform
    inner join rulebook_cells as r
        on
            r.rulebook = s.rulebook and r.channel = c.channel and r.category = c.category and r.level = c.level
            and r.platform = coalesce(p.platform, '*')
    where list_has_any(r.unless_also, list_filter(c.categories, lambda other: other <> c.category))
    group by s.quarter, s.rulebook, c.unit, r.rule
),

hits as (
    select
        t.quarter,
        t.rulebook,
        t.unit,
        t.indicator,
        t.indicator_order,
        'hit' as kind,
        t.rule,
        t.rule_order,
        t.unit_function,
        cast(t.finding_count - coalesce(x.excluded_count, 0) as bigint) as hit_count,
        cast(coalesce(x.excluded_count, 0) as bigint) as excluded_count,
        t.points,
        t.per_count,
    from taken as t
    left join excluded as x
        on x.quarter = t.quarter and x.rulebook = t.rulebook and x.unit = t.unit and x.rule = t.rule
),

quotas as (
    select
        s.quarter,
        s.rulebook,
        u.unit,
        q.indicator,
        i.sort_order as indicator_order,
        'quota' as kind,
        q.rule,
        q.rule_order,
        i.unit_function,
        1 as hit_count,
        0 as excluded_count,
        q.points,
        1 as per_count,
    from ruled_quarters(of_quarter, of_rulebook) as s
    inner join rulebook_quotas as q on q.rulebook = s.rulebook
    inner join rulebook_indicators as i on i.rulebook = q.rulebook and i.indicator = q.indicator
    inner join unit_quarter as u on u.quarter = s.quarter and u.channel = 'submission' and u.is_checked
    left join submission_counts as f
        on
            f.quarter = s.quarter and f.unit = u.unit and f.measure = q.measure
            and (q.target is null or cast(f.target as varchar) = q.target)
    group by
        s.quarter, s.rulebook, u.unit, q.indicator, i.sort_order, q.rule, q.rule_order, i.unit_function, q.points, q.at_least
    having coalesce(sum(f.item_count), case when bool_or(u.is_covered) then 0 end) < q.at_least
),

united as (
    select * from hits
    union all
    select * from quotas
),

final as (
    select
        t.quarter,
        t.rulebook,
        t.unit,
        t.indicator,
        t.indicator_order,
        t.kind,
        t.rule,
        t.rule_order,
        t.hit_count,
        t.excluded_count,
        t.points as points_per_hit,
        t.per_count,
        cast(((t.hit_count + t.per_count - 1) // t.per_count) * t.points as decimal(24, 6)) as points_before_cap,
    from united as t
    left join unit_exemptions as e on e.unit = t.unit and e.unit_function = t.unit_function
    where e.unit is null
)

select *
from final
