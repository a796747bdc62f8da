-- title: 没有检查过的单位
-- title-en: Units that were not checked
-- about: 一个季度里各渠道都没有检查记录的单位，以及最近一次检查是什么时候；没有提到不等于没有问题。
-- about-en: Units without any sign of a check in a quarter, and when they last were; not mentioned does not mean faultless.
-- parameter quarter: 2024Q4 季度 | quarter
with seen as (
    select uq.unit, uq.quarter, uq.is_sample, bool_or(uq.is_checked) as is_checked
    from unit_quarter as uq
    group by all
)
select
    u.unit_group as 单位类别,
    u.short_name as 单位,
    max(e.quarter) filter (where e.is_checked and not e.is_sample) as 最近检查,
    max(e.quarter) filter (where e.is_checked and e.is_sample) as 最近检查示例数据,
    if(s.is_sample, '示例', '实际') as 本季度数据
from seen as s
inner join units as u using (unit)
left join seen as e on e.unit = s.unit and e.quarter < s.quarter
where s.quarter = $quarter and not s.is_checked
group by u.unit_group, u.short_name, u.sort_order, s.is_sample
order by u.sort_order;
