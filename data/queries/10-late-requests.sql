-- title: 超期答复的依申请公开
-- title-en: Requests answered late
-- about: 登记簿中超期或临期答复的申请；没有登记簿的季度改列通报点名的超期、临期问题，“依据”一栏注明是哪一种。
-- about-en: Requests answered late, or on the last two days, by the register; for quarters without one the findings of late answers that a source states. A column tells which.
with registered as (
    select
        r.quarter, r.unit, r.unit_words, r.number, r.received_on, r.answered_on, r.due_on, r.working_days,
        case when r.is_late then '超期' else '第19或第20个工作日' end as state, 1 as item_count, r.is_sample
    from requests as r
    where r.is_late or r.is_day_19_or_20
),
stated as (
    select
        f.quarter, f.unit, f.unit_words, null as number, null::date as received_on, null::date as answered_on, null::date as due_on,
        null::integer as working_days, '超期或临期' as state, f.finding_count as item_count, f.is_sample
    from findings as f
    where f.category = 'R-LATE' and not exists (select 1 from requests as r where r.quarter = f.quarter)
)
select
    e.quarter as 季度,
    coalesce(u.short_name, e.unit_words, '未点名') as 单位,
    e.state as 情形,
    e.item_count as 件数,
    e.number as 登记号,
    e.received_on as 收到,
    e.due_on as 期限,
    e.answered_on as 答复,
    e.working_days as 工作日,
    if(e.number is null, '通报或问题清单', '登记簿') as 依据,
    if(e.is_sample, '示例', '实际') as 数据
from (from registered union all by name from stated) as e
left join units as u using (unit)
order by e.quarter desc, e.working_days desc nulls last, 单位, 登记号;
