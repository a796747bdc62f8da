-- requests: 依申请公开
-- uses:   raw_requests, stg_files, working_days
-- grain:  one row per request
-- units:  working days from the day after receipt
-- nulls:  working_days and is_late while the request is open; due_on beyond the years with a calendar
-- source: 政府信息公开条例（国令第711号）第三十三条: 20 working days, at most 20 more when extended
-- column request_id: 代码
-- column number: 登记号
-- column quarter: 季度：答复所在的季度，未答复的为收到所在的季度
-- column unit: 单位代码；NONE 表示未注明
-- column unit_words: 原文中的单位名
-- column received_on: 收到日期
-- column answered_on: 答复日期；空表示尚未答复
-- column extended_days: 延长的工作日数
-- column due_on: 答复期限
-- column working_days: 从收到次日到答复日的工作日数
-- column is_open: 是否尚未答复
-- column is_late: 是否超期答复
-- column is_day_19_or_20: 是否在第19或第20个工作日答复
-- column result: 办理结果
-- column location: 来源位置
-- column document: 来源文件代码
-- column is_sample: 是否示例数据
-- column batch_id: 批次号
with numbered as (
    select
        r.*,
        a.working_number - w.working_number as working_days,
        w.working_number + 20 + r.extended_days as due_number,
    from raw_requests as r
    semi join stg_files as f on f.batch_id = r.batch_id and f.document = r.document
    inner join working_days as w on w.day = r.received_on
    left join working_days as a on a.day = r.answered_on
)

select
    n.request_id,
    n.number,
    n.quarter,
    n.unit,
    n.unit_words,
    n.received_on,
    n.answered_on,
    n.extended_days,
    d.day as due_on,
    n.working_days,
    n.answered_on is null as is_open,
    n.working_days > 20 + n.extended_days as is_late,
    coalesce(n.working_days in (19, 20), false) as is_day_19_or_20,
    n.result,
    n.location,
    n.document,
    n.is_sample,
    n.batch_id,
from numbered as n
left join working_days as d on d.working_number = n.due_number and d.is_working
