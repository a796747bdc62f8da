-- detail_differences: 通报与明细表的对照
-- uses:   stg_facts, stg_combinations, detail_scopes, superseded_facts
-- grain:  one row per quarter, channel, measure, level, target and unit; unit ALL is the whole
-- nulls:  stated_count of a unit that the notice does not name, statement_id with it
-- note:   units are set side by side only where the notice names units; its figures without a unit are in ALL
-- column quarter: 季度
-- column channel: 渠道
-- column measure: 指标
-- column level: 检查层级；NONE 表示不分层级
-- column target: 报送对象；NONE 表示不分对象
-- column unit: 单位代码；ALL 表示全部
-- column stated_count: 通报数
-- column detail_count: 明细表数
-- column is_different: 是否不一致
-- column statement_id: 通报中数字的代码
-- column notice_id: 通报代码
with stated as (
    select
        f.quarter, f.channel, f.measure, s.scope_level as level, s.scope_target as target, f.unit, f.fact_count,
        f.fact_id, f.document,
    from stg_facts as f
    inner join superseded_facts as s on s.fact_number = f.fact_number
    where not f.is_total
),

open_scopes as (
    select quarter, channel, measure, bool_or(level = 'NONE') as is_any_level, bool_or(target = 'NONE') as is_any_target
    from detail_scopes
    group by quarter, channel, measure
),

detailed as (
    select
        f.quarter,
        f.channel,
        f.measure,
        case when o.is_any_level then 'NONE' else f.level end as level,
        case when o.is_any_target then 'NONE' else f.target end as target,
        f.unit,
        sum(f.fact_count) as fact_count,
    from stg_combinations as f
    inner join open_scopes as o on o.quarter = f.quarter and o.channel = f.channel and o.measure = f.measure
    where
        not f.is_total and f.counted_rows > 0
        and (
            (f.source_kind in ('findings', 'counts', 'accounts') and f.measure in ('issues', 'veto'))
            or (f.source_kind = 'submissions' and f.measure in ('submitted', 'adopted', 'pushed'))
        )
    group by all
),

scopes as (
    select
        quarter, channel, measure, level, target, min(document) as notice_id, bool_or(unit <> 'NONE') as is_by_unit,
    from stated
    group by quarter, channel, measure, level, target
),

stated_units as (
    select
        quarter, channel, measure, level, target, unit, sum(fact_count) as fact_count, min(fact_id) as statement_id,
    from stated
    group by quarter, channel, measure, level, target, unit
    union all
    select
        quarter, channel, measure, level, target, 'ALL' as unit, sum(fact_count) as fact_count,
        min(fact_id) as statement_id,
    from stated
    group by quarter, channel, measure, level, target
),

detail_units as (
    select * from detailed
    union all
    select quarter, channel, measure, level, target, 'ALL' as unit, sum(fact_count) as fact_count
    from detailed
    group by quarter, channel, measure, level, target
),

joined as (
    select
        quarter, channel, measure, level, target, unit, s.fact_count as stated, coalesce(d.fact_count, 0) as detail,
        s.statement_id,
    from stated_units as s
    full join detail_units as d using (quarter, channel, measure, level, target, unit)
)

select
    j.quarter,
    j.channel,
    j.measure,
    j.level,
    j.target,
    j.unit,
    cast(j.stated as bigint) as stated_count,
    cast(j.detail as bigint) as detail_count,
    coalesce(j.stated, 0) <> j.detail as is_different,
    j.statement_id,
    p.notice_id,
from joined as j
inner join scopes as p using (quarter, channel, measure, level, target)
where j.unit = 'ALL' or (j.unit <> 'NONE' and p.is_by_unit)
