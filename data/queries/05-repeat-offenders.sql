-- title: 屡查屡犯的单位
-- title-en: Units with the same kind of finding again and again
-- about: 同一单位同一类问题在几个季度重复出现；示例数据与实际数据分开计算。
-- about-en: The same category at the same unit in several quarters; sample and real data are counted apart.
-- parameter quarters: 4 至少几个季度 | at least so many quarters
select
    u.short_name as 单位,
    c.category_name as 类别,
    count(distinct f.quarter) as 出现季度数,
    min(f.quarter) as 最早,
    max(f.quarter) as 最近,
    sum(f.finding_count)::bigint as 条数合计,
    string_agg(distinct f.quarter, '、' order by f.quarter) as 季度,
    if(f.is_sample, '示例', '实际') as 数据
from finding_cube as f
inner join units as u using (unit)
inner join categories as c using (category)
group by u.short_name, u.sort_order, c.category_name, f.is_sample
having count(distinct f.quarter) >= $quarters::integer
order by 出现季度数 desc, 条数合计 desc, u.sort_order;
