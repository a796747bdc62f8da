-- discrepancies: 通报与数据表中的出入，以及通报与明细表之间的出入
-- uses:   stg_discrepancies, stg_facts, stg_notices, detail_differences, units
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
-- column span_start: 在通报文本中的起点
-- column span_end: 在通报文本中的终点
-- column batch_id: 批次号
with statements as (
    select fact_id, words, location, span_start, span_end
    from stg_facts
    semi join (select statement_id as fact_id from detail_differences where is_different) using (fact_id)
)

select
    discrepancy_id, quarter, document as notice_id, code, severity, stated, computed, message, words, location,
    span_start, span_end, batch_id,
from stg_discrepancies
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
    coalesce(f.span_start, 0),
    coalesce(f.span_end, 0),
    n.batch_id,
from detail_differences as d
inner join stg_notices as n on n.document = d.notice_id
left join units as u on u.unit = d.unit
left join statements as f on f.fact_id = d.statement_id
where d.is_different
