-- superseded_facts: 让位于明细表的通报数字
-- uses:   stg_facts, detail_scopes
-- grain:  one row per figure of a notice that a detail table of the same quarter gives row by row
-- note:   a notice that does not say who found it found it itself (banner); a detail table that does not say covers all levels
-- source: engine/decisions/0007-detail-rows-win.md
-- column fact_id: 数字代码
-- column fact_number: 数字代码的整数形式
-- column quarter: 季度
-- column scope_level: 与明细表比较的检查层级；NONE 表示不分层级
-- column scope_target: 与明细表比较的报送对象；NONE 表示不分对象
with stated as (
    select
        fact_id,
        fact_number,
        quarter,
        channel,
        measure,
        case when level = 'NONE' and measure in ('issues', 'veto') then 'banner' else level end as level,
        target,
    from stg_facts
    where
        source_kind = 'notice' and quarter <> 'NONE' and fact_count is not null
        and measure in ('issues', 'veto', 'submitted', 'adopted', 'pushed')
),

-- Where any row of the table leaves the level out, only the whole of all levels can be compared.
open_scopes as (
    select quarter, channel, measure, bool_or(level = 'NONE') as is_any_level, bool_or(target = 'NONE') as is_any_target
    from detail_scopes
    group by quarter, channel, measure
)

select
    s.fact_id,
    s.fact_number,
    s.quarter,
    case when o.is_any_level then 'NONE' else s.level end as scope_level,
    case when o.is_any_target then 'NONE' else s.target end as scope_target,
from stated as s
inner join open_scopes as o on o.quarter = s.quarter and o.channel = s.channel and o.measure = s.measure
semi join detail_scopes as d
    on
        d.quarter = s.quarter and d.channel = s.channel and d.measure = s.measure
        and (
            (s.measure in ('issues', 'veto') and (o.is_any_level or d.level = s.level))
            or (s.measure not in ('issues', 'veto') and (o.is_any_target or d.target = s.target))
        )
