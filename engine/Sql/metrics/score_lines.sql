-- score_lines(of_quarter, of_rulebook): 得分明细，逐条相加即为得分
-- uses:   unit_score, indicator_points, quarters, finding_cube, rulebook_rules, rulebooks, categories, vetoes, plain_number
-- grain:  one row per quarter, unit and line
-- units:  points, signed; their sum is the unit's score
-- nulls:  points of a vetoed unit's lines, which has no score; an unchecked unit has no lines
with scores as (
    select *
    from unit_score(of_quarter, of_rulebook)
),

indicators as (
    select i.*
    from indicator_points(of_quarter, of_rulebook) as i
    inner join scores as s on s.quarter = i.quarter and s.unit = i.unit
    where s.outcome = 'scored'
),

base_lines as (
    select
        s.quarter, s.unit, 0 as part, 0 as indicator_order, 'base' as kind, null as indicator, null as category,
        null as level, null as hit_count, null as points_per_hit,
        r.base_points as points,
        '基准分 ' || plain_number(r.base_points) || ' 分' as words,
    from scores as s
    inner join rulebooks as r on r.rulebook = s.rulebook
    where s.outcome = 'scored'
),

unchecked_lines as (
    select
        quarter, unit, 1 as part, sort_order as indicator_order, 'unchecked' as kind, indicator, null as category,
        null as level, null as hit_count, null as points_per_hit,
        -full_points as points,
        indicator_title || '未检查，' || plain_number(full_points) || ' 分不计入' as words,
    from indicators
    where not is_checked
),

hit_lines as (
    select
        i.quarter, i.unit, 2 as part, i.sort_order as indicator_order, 'hit' as kind, i.indicator, c.category,
        c.level, sum(c.finding_count) as hit_count, r.points_per_hit,
        -sum(c.finding_count) * r.points_per_hit as points,
        i.indicator_title || '：' || coalesce(any_value(k.category_name), '未注明类别') || '（'
        || case c.level
            when 'state' then '国家检查' when 'region' then '自治区检查' when 'city' then '市检查'
            when 'banner' then '旗检查' else '未注明检查层级'
        end || '）' || cast(sum(c.finding_count) as bigint) || ' 条 × ' || plain_number(r.points_per_hit) || ' 分' as words,
    from indicators as i
    inner join rulebook_rules as r on r.rulebook = i.rulebook and r.indicator = i.indicator
    inner join finding_cube as c
        on
            c.quarter = i.quarter and c.unit = i.unit and c.channel = r.channel and c.category = r.category
            and c.level = r.level
    left join categories as k on k.category = c.category
    group by i.quarter, i.unit, i.sort_order, i.indicator, i.indicator_title, c.category, c.level, r.points_per_hit
),

cap_lines as (
    select
        quarter, unit, 3 as part, sort_order as indicator_order, 'cap' as kind, indicator, null as category,
        null as level, null as hit_count, null as points_per_hit,
        hit_points - deducted_points as points,
        indicator_title || '：应扣 ' || plain_number(hit_points) || ' 分，封顶 ' || plain_number(cap_points) || ' 分' as words,
    from indicators
    where hit_points > deducted_points
),

rebase_lines as (
    select
        s.quarter, s.unit, 4 as part, 0 as indicator_order, 'rebase' as kind, null as indicator, null as category,
        null as level, null as hit_count, null as points_per_hit,
        s.score - s.earned_points - (r.base_points - i.full_points) as points,
        '按已检查的 ' || plain_number(s.checked_points) || ' 分折算：' || plain_number(s.earned_points) || ' × '
        || plain_number(r.base_points) || ' ÷ ' || plain_number(s.checked_points) || ' = ' || plain_number(s.score)
        || ' 分' as words,
    from scores as s
    inner join rulebooks as r on r.rulebook = s.rulebook
    inner join (
        select quarter, unit, sum(full_points) as full_points from indicators group by quarter, unit
    ) as i on i.quarter = s.quarter and i.unit = s.unit
    where s.score <> s.earned_points + (r.base_points - i.full_points)
),

veto_lines as (
    select
        s.quarter, s.unit, 5 as part, 0 as indicator_order, 'veto' as kind, null as indicator, null as category,
        v.level, v.veto_count as hit_count, null as points_per_hit,
        null as points,
        '单项否决：' || case when v.platform = 'NONE' then '' else v.platform end || ' ' || v.veto_count
        || ' 次，不合格，不再计分' as words,
    from scores as s
    inner join vetoes as v on v.quarter = s.quarter and v.unit = s.unit
    where s.outcome = 'vetoed'
),

lines as (
    select * from base_lines
    union all
    select * from unchecked_lines
    union all
    select * from hit_lines
    union all
    select * from cap_lines
    union all
    select * from rebase_lines
    union all
    select * from veto_lines
),

final as (
    select
        quarter,
        unit,
        cast(row_number() over (
            partition by quarter, unit
            order by part, indicator_order, category, level, words
        ) as integer) as line_number,
        kind,
        cast(indicator as varchar) as indicator,
        cast(category as varchar) as category,
        cast(level as varchar) as level,
        cast(hit_count as bigint) as hit_count,
        cast(points_per_hit as decimal(18, 6)) as points_per_hit,
        cast(points as decimal(18, 6)) as points,
        words,
    from lines
)

select *
from final
