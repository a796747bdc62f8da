-- score_lines(of_quarter, of_rulebook): 得分明细，逐条相加即为得分
-- uses:   unit_score, ruled_cells, rule_points, spread_shares, award_points, veto_hits, unscored_findings, quarters, rulebooks, rulebook_indicators, rulebook_hits, unit_quarter, unit_exemptions
-- grain:  one row per quarter, unit and line; a plain rule has a line for each category, level and platform it takes
-- units:  points, signed; their sum is the unit's score. points_before_cap and capped_points (what the cap took) are not signed
-- nulls:  points of a unit without a score; an unchecked unit has no lines. line_order, category, level and platform sort the
--         lines of a unit
-- source: data/rulebooks/README.md, Score
-- note:   what a cap cuts depends on the order of the lines, so that units with a cut indicator take a path of their own
with scores as materialized (
    select s.*, r.kind as rulebook_kind, r.base_points, r.rebase, r.has_bonus
    from unit_score(of_quarter, of_rulebook) as s
    inner join rulebooks as r on r.rulebook = s.rulebook
),

rules as materialized (
    select p.*, h.category, h.level, h.platform
    from rule_points(of_quarter, of_rulebook) as p
    left join rulebook_hits as h on h.rulebook = p.rulebook and h.rule = p.rule
),

shares as materialized (
    select *
    from spread_shares(of_quarter, of_rulebook)
),

unscored_units as (
    select quarter, unit
    from scores
    where outcome <> 'scored'
),

-- Where a cap cuts, the order of the lines matters; without a score no line takes anything, and only gaps leave lines to show.
set_aside as (
    select s.quarter, s.unit, i.sort_order as indicator_order, s.outcome
    from scores as s
    inner join rulebook_indicators as i on i.rulebook = s.rulebook
    where
        s.outcome <> 'scored'
        or (len(s.capped_indicators) > 0 and list_contains(s.capped_indicators, i.sort_order))
),

shown as (
    select *
    from set_aside
    where outcome in ('scored', 'incomplete')
),

detailed as (
    select
        c.quarter, c.unit, 'hit' as kind, c.indicator, c.indicator_order, c.rule, c.rule_order, c.category,
        cast(c.level as varchar) as level, c.platform, c.finding_count as hit_count, 0 as excluded_count,
        c.points as points_per_hit, 1 as per_count, cast(c.finding_count * c.points as decimal(24, 6)) as points_before_cap,
        d.outcome,
    from ruled_cells(of_quarter, of_rulebook) as c
    inner join shown as d
        on d.quarter = c.quarter and d.unit = c.unit and d.indicator_order = c.indicator_order
    left join unit_exemptions as e on e.unit = c.unit and e.unit_function = c.unit_function
    where c.is_plain and e.unit is null
    union all
    select
        p.quarter, p.unit, p.kind, p.indicator, p.indicator_order, p.rule, p.rule_order, p.category, p.level, p.platform,
        p.hit_count, p.excluded_count, p.points_per_hit, p.per_count, p.points_before_cap, d.outcome,
    from rules as p
    inner join shown as d
        on d.quarter = p.quarter and d.unit = p.unit and d.indicator_order = p.indicator_order
),

caps as (
    select q.quarter, i.indicator, i.cap_points
    from quarters as q
    inner join rulebook_indicators as i on i.rulebook = coalesce(of_rulebook, q.rulebook)
    where of_quarter is null or q.quarter = of_quarter
),

reached as (
    select
        r.*,
        coalesce(c.cap_points + coalesce(p.share_points, 0), 999999999999) as cap_points,
        sum(r.points_before_cap) over (
            partition by r.quarter, r.unit, r.indicator order by r.rule_order, r.category, r.level, r.platform
            rows between unbounded preceding and current row
        ) as total,
    from detailed as r
    inner join caps as c on c.quarter = r.quarter and c.indicator = r.indicator
    left join shares as p
        on p.quarter = r.quarter and p.unit = r.unit and p.indicator = r.indicator
),

-- What is left of a line is what the cap lets through with it less what it let through without it.
cut as (
    select
        *,
        least(total, cap_points) - least(total - coalesce(points_before_cap, 0), cap_points) as points_after_cap,
    from reached
),

base_lines as (
    select
        quarter, unit, 0 as line_order, 'base' as kind,
        null as indicator, null as rule, null as category, null as level, null as platform, null as target,
        null as hit_count, null as excluded_count, null as points_per_hit, null as per_count,
        null as points_before_cap, null as capped_points,
        base_points as points,
    from scores
    where outcome = 'scored'
),

unmeasured_lines as (
    select
        u.quarter, u.unit, 10000000 + i.sort_order * 10000 as line_order, case when e.unit is null then 'unchecked' else 'exempt' end as kind,
        i.indicator as indicator, null as rule, null as category, null as level, null as platform, null as target,
        null as hit_count, null as excluded_count, null as points_per_hit, null as per_count,
        null as points_before_cap, null as capped_points,
        -i.full_points as points,
    from quarters as q
    inner join rulebooks as r on r.rulebook = coalesce(of_rulebook, q.rulebook) and r.kind = 'deduction'
    inner join rulebook_indicators as i on i.rulebook = r.rulebook
    inner join unit_quarter as u on u.quarter = q.quarter and u.channel = i.channel
    left join unit_exemptions as e on e.unit = u.unit and e.unit_function = i.unit_function
    anti join unscored_units as n on n.quarter = u.quarter and n.unit = u.unit
    where (of_quarter is null or q.quarter = of_quarter) and (not u.is_checked or e.unit is not null)
),

spread_lines as (
    select
        p.quarter, p.unit, 20000000 + i.sort_order * 10000 as line_order, 'spread' as kind,
        i.indicator as indicator, null as rule, null as category, null as level, null as platform, null as target,
        null as hit_count, null as excluded_count, null as points_per_hit, null as per_count,
        null as points_before_cap, null as capped_points,
        p.share_points as points,
    from shares as p
    inner join quarters as q on q.quarter = p.quarter
    inner join rulebook_indicators as i on i.rulebook = coalesce(of_rulebook, q.rulebook) and i.indicator = p.indicator
    anti join unscored_units as n on n.quarter = p.quarter and n.unit = p.unit
),

cell_lines as (
    select
        c.quarter, c.unit, 30000000 + c.indicator_order * 10000 + c.rule_order as line_order, 'hit' as kind,
        c.indicator, c.rule, c.category, cast(c.level as varchar) as level, c.platform, null as target,
        c.finding_count as hit_count, 0 as excluded_count, c.points as points_per_hit, 1 as per_count,
        c.taken_points as points_before_cap, 0 as capped_points, -c.taken_points as points,
    from (
        select
            *,
            -- 18 digits fit a machine word; a product of 24 does not, and is needed for one cell in a billion.
            case
                when finding_count < 100000000
                    then cast(finding_count as decimal(8, 0)) * cast(points as decimal(10, 6))
                else cast(finding_count * points as decimal(24, 6))
            end as taken_points,
        from ruled_cells(of_quarter, of_rulebook)
        where is_plain
    ) as c
    left join unit_exemptions as e on e.unit = c.unit and e.unit_function = c.unit_function
    anti join set_aside as n on n.quarter = c.quarter and n.unit = c.unit and n.indicator_order = c.indicator_order
    where e.unit is null
),

rule_lines as (
    select
        p.quarter, p.unit, 30000000 + p.indicator_order * 10000 + p.rule_order as line_order, p.kind as kind,
        p.indicator as indicator, p.rule as rule, p.category as category, p.level as level, p.platform as platform,
        null as target, p.hit_count as hit_count, p.excluded_count as excluded_count,
        p.points_per_hit as points_per_hit, p.per_count as per_count, p.points_before_cap as points_before_cap,
        0 as capped_points,
        -p.points_before_cap as points,
    from rules as p
    anti join set_aside as n on n.quarter = p.quarter and n.unit = p.unit and n.indicator_order = p.indicator_order
),

cut_lines as (
    select
        quarter, unit, 30000000 + indicator_order * 10000 + rule_order as line_order, kind as kind,
        indicator, rule, category, level, platform, null as target, hit_count, excluded_count, points_per_hit,
        per_count, points_before_cap, points_before_cap - points_after_cap as capped_points,
        case when outcome = 'scored' then -points_after_cap end as points,
    from cut
),

unscored_lines as (
    select
        c.quarter, c.unit, 40000000 as line_order, 'unscored' as kind,
        null as indicator, null as rule, null as category, null as level, null as platform, null as target,
        cast(sum(c.finding_count) as bigint) as hit_count, null as excluded_count, null as points_per_hit, null as per_count,
        null as points_before_cap, null as capped_points,
        0 as points,
    from unscored_findings(of_quarter, of_rulebook) as c
    anti join unscored_units as n on n.quarter = c.quarter and n.unit = c.unit
    group by c.quarter, c.unit
),

rebase_lines as (
    select
        quarter, unit, 50000000 as line_order, 'rebase' as kind,
        null as indicator, null as rule, null as category, null as level, null as platform, null as target,
        null as hit_count, null as excluded_count, null as points_per_hit, null as per_count,
        null as points_before_cap, null as capped_points,
        score_before_bonus - earned_points as points,
    from scores
    where outcome = 'scored' and rulebook_kind = 'deduction' and rebase = 'scale' and score_before_bonus <> earned_points
),

award_lines as (
    select
        a.quarter, a.unit, 60000000 + a.rule_order * 10000 + a.height as line_order, 'award' as kind,
        null as indicator, a.rule as rule, null as category, null as level, null as platform,
        cast(a.target as varchar) as target, a.hit_count as hit_count, null as excluded_count,
        a.points_per_hit as points_per_hit, 1 as per_count, a.points_before_cap as points_before_cap,
        a.points_before_cap - a.points as capped_points,
        a.points as points,
    from award_points(of_quarter, of_rulebook) as a
    inner join scores as s on s.quarter = a.quarter and s.unit = a.unit
    where s.outcome = 'scored' and s.is_bonus_open
),

gate_lines as (
    select
        quarter, unit, 70000000 as line_order, 'gate' as kind,
        null as indicator, null as rule, null as category, null as level, null as platform, null as target,
        null as hit_count, null as excluded_count, null as points_per_hit, null as per_count,
        bonus_points as points_before_cap, bonus_points as capped_points,
        0 as points,
    from scores
    where outcome = 'scored' and has_bonus and not is_bonus_open
),

veto_lines as (
    select
        v.quarter, v.unit, 80000000 + v.rule_order as line_order, 'veto' as kind,
        null as indicator, v.rule as rule, null as category, null as level, null as platform, null as target,
        v.hit_count as hit_count, null as excluded_count, null as points_per_hit, null as per_count,
        null as points_before_cap, null as capped_points,
        case
            when s.outcome <> 'scored' then null
            when v.rule_order = first_value(v.rule_order) over (
                partition by v.quarter, v.unit order by v.at_most_points, v.rule_order
            )
                then s.score - s.score_before_bonus - case when s.is_bonus_open then s.bonus_points else 0 end
            else 0
        end as points,
    from veto_hits(of_quarter, of_rulebook) as v
    inner join scores as s on s.quarter = v.quarter and s.unit = v.unit
    where s.outcome = 'scored' or (s.outcome = 'vetoed' and v.outcome = 'fail')
),

lines as (
    select * from base_lines
    union all
    select * from unmeasured_lines
    union all
    select * from spread_lines
    union all
    select * from cell_lines
    union all
    select * from rule_lines
    union all
    select * from cut_lines
    union all
    select * from unscored_lines
    union all
    select * from rebase_lines
    union all
    select * from award_lines
    union all
    select * from gate_lines
    union all
    select * from veto_lines
),

final as (
    select
        quarter,
        unit,
        cast(line_order as integer) as line_order,
        kind,
        cast(indicator as varchar) as indicator,
        cast(rule as varchar) as rule,
        cast(category as varchar) as category,
        cast(level as varchar) as level,
        cast(platform as varchar) as platform,
        cast(target as varchar) as target,
        cast(hit_count as bigint) as hit_count,
        cast(excluded_count as bigint) as excluded_count,
        cast(points_per_hit as decimal(18, 6)) as points_per_hit,
        cast(per_count as integer) as per_count,
        cast(points_before_cap as decimal(24, 6)) as points_before_cap,
        cast(capped_points as decimal(24, 6)) as capped_points,
        cast(points as decimal(24, 6)) as points,
    from lines
)

select *
from final
