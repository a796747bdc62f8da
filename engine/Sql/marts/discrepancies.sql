-- discrepancies: 通报与数据表中的出入，以及通报与明细表之间的出入
-- uses:   stg_discrepancies, stg_discrepancy_decisions, stg_facts, stg_notices, detail_differences, units
-- grain:  one row per discrepancy
-- column discrepancy_id: 代码
-- column quarter: 季度
-- column notice_id: 通报或数据表代码
-- column code: 出入种类
-- column severity: error 错误，doubtful 存疑，style 文字
-- column stated: 原文数字
-- column computed: 计算数字
-- column message: 说明
-- column words: 来源语句
-- column location: 来源位置
-- column channel: 所涉数字的渠道；NONE 表示不涉及某一个数字
-- column measure: 所涉数字的指标；NONE 表示不涉及某一个数字
-- column unit: 所涉数字的单位代码；NONE 表示不涉及某一个单位
-- column span_start: 在通报文本中的起点
-- column span_end: 在通报文本中的终点
-- column batch_id: 批次号
-- column settled_note: 如何了结；未了结时为空
-- column settled_by: 了结人；未了结时为空
-- column settled_at: 了结时间（UTC）；未了结时为空
with statements as (
    select fact_id, words, location, span_start, span_end
    from stg_facts
    semi join (select statement_id as fact_id from detail_differences where is_different) using (fact_id)
),

-- The figure that a discrepancy begins with: one, for no two begin at the same place.
subjects as (
    select document, span_start, min(cast(channel as varchar)) as channel, min(measure) as measure, min(unit) as unit
    from stg_facts
    semi join stg_discrepancies using (document, span_start)
    group by document, span_start
),

found as (
    select
        d.discrepancy_id, d.quarter, d.document as notice_id, d.code, d.severity, d.stated, d.computed, d.message, d.words,
        d.location, coalesce(s.channel, 'NONE') as channel, coalesce(s.measure, 'NONE') as measure,
        coalesce(s.unit, 'NONE') as unit, d.span_start, d.span_end, d.batch_id,
    from stg_discrepancies as d
    left join subjects as s on s.document = d.document and s.span_start = d.span_start
    union all
    select
        'detail-' || left(md5(concat_ws('|', d.quarter, d.channel, d.measure, d.level, d.target, d.unit)), 12),
        d.quarter,
        d.notice_id,
        'detail-differs',
        'doubtful',
        d.stated_count,
        d.detail_count,
        concat(
            case d.unit when 'ALL' then '合计' else coalesce(u.unit_name, d.unit) end,
            case when d.stated_count is null then '：通报没有点名' else concat('：通报为 ', d.stated_count) end,
            '，明细表为 ', d.detail_count, '。计算以明细表为准，请核对哪一个有误。'
        ),
        coalesce(f.words, ''),
        coalesce(f.location, ''),
        cast(d.channel as varchar),
        d.measure,
        case d.unit when 'ALL' then 'NONE' else d.unit end,
        coalesce(f.span_start, 0),
        coalesce(f.span_end, 0),
        n.batch_id,
    from detail_differences as d
    inner join stg_notices as n on n.document = d.notice_id
    left join units as u on u.unit = d.unit
    left join statements as f on f.fact_id = d.statement_id
    where d.is_different
)

select f.*, s.note as settled_note, s.decided_by as settled_by, s.decided_at as settled_at,
from found as f
left join stg_discrepancy_decisions as s
    on
        s.discrepancy_id = f.discrepancy_id
        and s.code = f.code
        and s.stated is not distinct from f.stated
        and s.computed is not distinct from f.computed
        and s.words = f.words
