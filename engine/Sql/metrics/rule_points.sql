-- rule_points(of_quarter, of_rulebook): 各单位每一条扣分规则的扣分，封顶之前
-- uses:   quarters, finding_cube, shared_subjects, unit_quarter, unit_exemptions, submission_counts, rulebook_cells, rulebook_hits, rulebook_quotas, rulebook_indicators
-- grain:  one row per quarter, unit and rule that takes something
-- units:  points; hit_count findings that count, excluded_count those left out by unlessAlso
-- nulls:  points_before_cap when no public text confirms the rule's points
-- source: data/rulebooks/README.md, hits and quotas
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

taken as (
    select s.quarter, s.rulebook, c.unit, r.rule, sum(c.finding_count) as finding_count
    from scope as s
    inner join finding_cube as c on c.quarter = s.quarter
    left join named_platforms as p on p.rulebook = s.rulebook and p.channel = c.channel and p.platform = c.platform
    inner join rulebook_cells as r
        on
            r.rulebook = s.rulebook and r.channel = c.channel and r.category = c.category and r.level = c.level
            and r.platform = coalesce(p.platform, '*')
    where c.unit <> 'NONE'
    group by s.quarter, s.rulebook, c.unit, r.rule
),

excluded as (
    select s.quarter, s.rulebook, c.unit, r.rule, sum(c.finding_count) as excluded_count
    from scope as s
    inner join shared_subjects as c on c.quarter = s.quarter
    left join named_platforms as p on p.rulebook = s.rulebook and p.channel = c.channel and p.platform = c.platform
    inner join rulebook_cells as r
        on
            r.rulebook = s.rulebook and r.channel = c.channel and r.category = c.category and r.level = c.level
            and r.platform = coalesce(p.platform, '*')
    inner join rulebook_hits as h on h.rulebook = r.rulebook and h.rule = r.rule
    where list_has_any(h.unless_also, list_filter(c.categories, lambda other: other <> c.category))
    group by s.quarter, s.rulebook, c.unit, r.rule
),

hits as (
    select
        t.quarter,
        t.rulebook,
        t.unit,
        h.indicator,
        'hit' as kind,
        t.rule,
        h.rule_order,
        cast(t.finding_count - coalesce(x.excluded_count, 0) as bigint) as hit_count,
        cast(coalesce(x.excluded_count, 0) as bigint) as excluded_count,
        h.points,
        h.per_count,
    from taken as t
    inner join rulebook_hits as h on h.rulebook = t.rulebook and h.rule = t.rule
    inner join rulebook_indicators as i on i.rulebook = h.rulebook and i.indicator = h.indicator
    left join unit_exemptions as e on e.unit = t.unit and e.unit_function = i.unit_function
    left join excluded as x
        on x.quarter = t.quarter and x.rulebook = t.rulebook and x.unit = t.unit and x.rule = t.rule
    where e.unit is null
),

quotas as (
    select
        s.quarter,
        s.rulebook,
        u.unit,
        q.indicator,
        'quota' as kind,
        q.rule,
        q.rule_order,
        1 as hit_count,
        0 as excluded_count,
        q.points,
        1 as per_count,
    from scope as s
    inner join rulebook_quotas as q on q.rulebook = s.rulebook
    inner join unit_quarter as u on u.quarter = s.quarter and u.channel = 'submission' and u.is_checked
    left join submission_counts as f
        on
            f.quarter = s.quarter and f.unit = u.unit and f.measure = q.measure
            and (q.target is null or cast(f.target as varchar) = q.target)
    group by s.quarter, s.rulebook, u.unit, q.indicator, q.rule, q.rule_order, q.points, q.at_least
    having coalesce(sum(f.item_count), case when bool_or(u.is_covered) then 0 end) < q.at_least
),

united as (
    select * from hits
    union all
    select * from quotas
),

final as (
    select
        quarter,
        rulebook,
        unit,
        indicator,
        kind,
        rule,
        rule_order,
        hit_count,
        excluded_count,
        points as points_per_hit,
        per_count,
        cast(((hit_count + per_count - 1) // per_count) * points as decimal(24, 6)) as points_before_cap,
    from united
)

select *
from final
