-- score_lines(of_quarter, of_rulebook): 得分明细，逐条相加即为得分
-- uses:   unit_score, indicator_points, rule_points, award_points, veto_hits, unscored_findings, rulebooks
-- grain:  one row per quarter, unit and line
-- units:  points, signed; their sum is the unit's score. points_before_cap and capped_points (what the cap took) are not signed
-- nulls:  points of a unit without a score; an unchecked unit has no lines; line_order sorts the lines of a unit
-- source: data/rulebooks/README.md, Score
with scores as (
    select s.*, r.kind as rulebook_kind, r.base_points, r.rebase, r.has_bonus
    from unit_score(of_quarter, of_rulebook) as s
    inner join rulebooks as r on r.rulebook = s.rulebook
),

indicators as (
    select i.*, s.outcome
    from indicator_points(of_quarter, of_rulebook) as i
    inner join scores as s on s.quarter = i.quarter and s.unit = i.unit
    where s.outcome in ('scored', 'incomplete')
),

base_lines as (
    select
        quarter, unit, 0 as line_order, 'base' as kind, null as indicator, null as rule, null as target,
        null as hit_count, null as excluded_count, null as points_per_hit, null as per_count, null as points_before_cap,
        null as capped_points, base_points as points,
    from scores
    where outcome = 'scored' and rulebook_kind = 'deduction'
),

unmeasured_lines as (
    select
        i.quarter, i.unit, 10000000 + i.sort_order * 10000 as line_order,
        case when i.is_exempt then 'exempt' else 'unchecked' end as kind, i.indicator, null as rule, null as target,
        null as hit_count, null as excluded_count, null as points_per_hit, null as per_count, null as points_before_cap,
        null as capped_points, -i.full_points as points,
    from indicators as i
    inner join scores as s on s.quarter = i.quarter and s.unit = i.unit
    where not i.applies and s.outcome = 'scored' and s.rulebook_kind = 'deduction'
),

spread_lines as (
    select
        i.quarter, i.unit, 20000000 + i.sort_order * 10000 as line_order, 'spread' as kind, i.indicator, null as rule,
        null as target, null as hit_count, null as excluded_count, null as points_per_hit, null as per_count,
        null as points_before_cap, null as capped_points, i.share_points as points,
    from indicators as i
    inner join scores as s on s.quarter = i.quarter and s.unit = i.unit
    where i.share_points <> 0 and s.outcome = 'scored'
),

rules as (
    select
        p.*,
        i.sort_order,
        i.cap_points,
        i.points_before_cap > i.cap_points as is_capped,
        i.outcome,
    from rule_points(of_quarter, of_rulebook) as p
    inner join indicators as i on i.quarter = p.quarter and i.unit = p.unit and i.indicator = p.indicator
    where i.applies
),

-- Only where a cap cuts is the order of the rules of any importance, and worth the sorting.
reached as (
    select
        *,
        least(
            sum(points_before_cap) over (
                partition by quarter, unit, indicator order by rule_order rows between unbounded preceding and current row
            ),
            cap_points
        ) as total,
    from rules
    where is_capped
),

cut as (
    select
        * exclude (total),
        total - coalesce(lag(total) over (partition by quarter, unit, indicator order by rule_order), 0) as points_after_cap,
    from reached
),

kept as (
    select *, points_before_cap as points_after_cap
    from rules
    where is_capped is distinct from true
),

rule_lines as (
    select
        quarter, unit, 30000000 + sort_order * 10000 + rule_order as line_order, kind, indicator, rule, null as target,
        hit_count, excluded_count, points_per_hit, per_count, points_before_cap,
        points_before_cap - points_after_cap as capped_points,
        case when outcome = 'scored' then -points_after_cap end as points,
    from (
        select * from kept
        union all
        select * from cut
    )
),

unscored_lines as (
    select
        c.quarter, c.unit, 40000000 as line_order, 'unscored' as kind, null as indicator, null as rule, null as target,
        sum(c.finding_count) as hit_count, null as excluded_count, null as points_per_hit, null as per_count,
        null as points_before_cap, null as capped_points, 0 as points,
    from unscored_findings(of_quarter, of_rulebook) as c
    inner join scores as s on s.quarter = c.quarter and s.unit = c.unit
    where s.outcome = 'scored'
    group by c.quarter, c.unit
),

rebase_lines as (
    select
        s.quarter, s.unit, 50000000 as line_order, 'rebase' as kind, null as indicator, null as rule, null as target,
        null as hit_count, null as excluded_count, null as points_per_hit, null as per_count, null as points_before_cap,
        null as capped_points, s.score_before_bonus - s.earned_points as points,
    from scores as s
    where s.outcome = 'scored' and s.rulebook_kind = 'deduction' and s.rebase = 'scale' and s.score_before_bonus <> s.earned_points
),

award_lines as (
    select
        a.quarter, a.unit, 60000000 + a.rule_order * 10000 + a.height as line_order, 'award' as kind, null as indicator, a.rule,
        cast(a.target as varchar) as target, a.hit_count, null as excluded_count, a.points_per_hit, 1 as per_count,
        a.points_before_cap, a.points_before_cap - a.points as capped_points, a.points,
    from award_points(of_quarter, of_rulebook) as a
    inner join scores as s on s.quarter = a.quarter and s.unit = a.unit
    where s.outcome = 'scored' and s.is_bonus_open
),

gate_lines as (
    select
        quarter, unit, 70000000 as line_order, 'gate' as kind, null as indicator, null as rule, null as target,
        null as hit_count, null as excluded_count, null as points_per_hit, null as per_count, bonus_points as points_before_cap,
        bonus_points as capped_points, 0 as points,
    from scores
    where outcome = 'scored' and has_bonus and not is_bonus_open
),

veto_lines as (
    select
        v.quarter, v.unit, 80000000 + v.rule_order as line_order, 'veto' as kind, null as indicator, v.rule, null as target,
        v.hit_count, null as excluded_count, null as points_per_hit, null as per_count, null as points_before_cap,
        null as capped_points,
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
    select * from rule_lines
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
