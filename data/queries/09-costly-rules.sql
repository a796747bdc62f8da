-- title: 扣分最多的规则
-- title-en: Rules that cost the most points
-- about: 一个季度里各条评分规则一共扣了多少分（折算为总分之前）、涉及几个单位；封顶未计的分另列，没有得分的单位不计入。
-- about-en: How many points each rule took in a quarter (before the conversion to the full score) and from how many units; what caps kept back stands beside, units without a score are left out.
-- parameter quarter: 2024Q4 季度 | quarter
select
    i.indicator_title as 指标,
    coalesce(c.category_name, '未注明类别') as 类别,
    nullif(l.level, 'NONE') as 检查层级,
    round(l.points_per_hit, 2) as 每条分值,
    sum(l.hit_count)::bigint as 条数,
    count(distinct l.unit) as 单位数,
    round(-sum(l.points), 2) as 扣分,
    round(sum(l.capped_points), 2) as 封顶未计,
    if(q.is_sample, '示例', '实际') as 数据
from quarter_lines as l
inner join quarters as q on q.quarter = l.quarter
inner join rulebook_indicators as i on i.rulebook = q.rulebook and i.indicator = l.indicator
left join categories as c on c.category = l.category
where l.quarter = $quarter and l.kind = 'hit' and l.points is not null
group by i.indicator_title, c.category_name, l.level, l.points_per_hit, q.is_sample
order by 扣分 desc, 条数 desc, 指标, 类别, 检查层级;
