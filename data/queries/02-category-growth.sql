-- title: 增加最多的问题类别
-- title-en: Categories that grew most
-- about: 与上季度相比，各类问题多了或少了几条；某季度没有提到的类别留空，不当作零。
-- about-en: How many findings more or fewer of each category than in the quarter before; a category that a quarter does not mention stays blank and is not zero.
-- parameter quarter: 2024Q3 季度 | quarter
with counted as (
    select f.quarter, f.category, f.is_sample, sum(f.finding_count)::bigint as finding_count
    from finding_cube as f
    group by all
),
pairs as (
    select
        coalesce(n.category, b.category) as category,
        n.finding_count as now_count,
        b.finding_count as before_count,
        q.is_sample,
        o.is_sample is not null as is_comparable
    from quarters as q
    left join quarters as o on o.quarter = q.previous_quarter and o.is_sample = q.is_sample
    inner join categories as c on true
    left join counted as n on n.quarter = q.quarter and n.category = c.category and n.is_sample = q.is_sample
    left join counted as b on b.quarter = o.quarter and b.category = c.category and b.is_sample = q.is_sample
    where q.quarter = $quarter and (n.category is not null or b.category is not null)
)
select
    c.category_name as 类别,
    p.now_count as 本季度,
    p.before_count as 上季度,
    p.now_count - p.before_count as 增加,
    if(p.is_comparable, '可比', '上季度没有同类数据') as 说明,
    if(p.is_sample, '示例', '实际') as 数据
from pairs as p
inner join categories as c on c.category = p.category
order by 增加 desc nulls last, 本季度 desc nulls last, c.sort_order;
