-- title: 问题最多的单位占多少
-- title-en: Share of the unit with the most findings
-- about: 各季度各渠道问题最多的单位占已点名问题的比例（条数之比）；未点名的问题另列，不计入分母。
-- about-en: In each quarter and channel, the share of the unit with most findings in all findings with a unit; those without a unit stand beside and are no part of the denominator.
-- parameter channel: newmedia 渠道 | channel
with totals as (
    select
        quarter, is_sample, unit,
        sum(finding_count)::bigint as finding_count
    from finding_cube
    where channel = $channel
    group by all
),
per_quarter as (
    select
        quarter, is_sample,
        sum(finding_count) filter (where unit <> 'NONE') as named_count,
        sum(finding_count) filter (where unit = 'NONE') as unnamed_count,
        count(*) filter (where unit <> 'NONE') as unit_count
    from totals
    group by all
)
select
    t.quarter as 季度,
    u.short_name as 问题最多的单位,
    t.finding_count as 条数,
    p.named_count::bigint as 已点名合计,
    round(100.0 * t.finding_count / p.named_count, 1) as 占百分比,
    p.unit_count as 点名单位数,
    coalesce(p.unnamed_count, 0)::bigint as 未点名条数,
    if(t.is_sample, '示例', '实际') as 数据
from totals as t
inner join units as u using (unit)
inner join per_quarter as p on p.quarter = t.quarter and p.is_sample = t.is_sample
qualify rank() over (partition by t.quarter, t.is_sample order by t.finding_count desc) = 1
order by t.quarter desc, u.sort_order;
