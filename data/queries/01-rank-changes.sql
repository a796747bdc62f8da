-- title: 排名与名次变化
-- title-en: Ranking, with the change of rank
-- about: 一个季度各单位的名次和得分，以及比上季度升了几名；示例数据与实际数据之间不比较，变化留空。
-- about-en: Rank and score of each unit in a quarter, and how many places it rose against the quarter before; blank between sample and real data.
-- parameter quarter: 2024Q4 季度 | quarter
select
    r.unit_group as 排名组,
    r.unit_rank as 名次,
    r.unit_name as 单位,
    round(r.score, 2) as 得分,
    case r.outcome when 'scored' then r.band when 'vetoed' then '单项否决' when 'unchecked' then '未检查' else '规则未定' end as 结果,
    r.finding_count as 问题条数,
    p.unit_rank as 上季度名次,
    p.unit_rank - r.unit_rank as 上升名次,
    if(r.is_sample, '示例', '实际') as 数据
from quarter_ranks as r
inner join quarters as q on q.quarter = r.quarter
left join quarter_ranks as p
    on p.quarter = q.previous_quarter and p.unit = r.unit and p.unit_group = r.unit_group
    and p.rulebook = r.rulebook and p.is_sample = r.is_sample
where r.quarter = $quarter and r.unit_rank is not null
order by r.group_order, r.unit_rank, r.sort_order;
