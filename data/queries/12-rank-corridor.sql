-- title: 历次名次的走廊
-- title-en: Corridor of ranks over time
-- about: 各单位历次名次的最好、中位、最差和最近一次；示例数据与实际数据各成一行，只算有名次的季度。
-- about-en: Best, median, worst and latest rank of each unit; sample and real data in rows of their own, only quarters with a rank.
-- parameter group: town 排名组 | group
select
    r.unit_name as 单位,
    count(r.unit_rank) as 有名次的季度,
    min(r.unit_rank) as 最好,
    quantile_disc(r.unit_rank, 0.5) as 中位,
    max(r.unit_rank) as 最差,
    max(r.unit_rank) - min(r.unit_rank) as 宽度,
    arg_max(r.unit_rank, r.quarter) as 最近,
    max(r.quarter) filter (where r.unit_rank is not null) as 最近季度,
    string_agg(coalesce(r.unit_rank::varchar, '—'), ' ' order by r.quarter) as 逐季,
    if(r.is_sample, '示例', '实际') as 数据
from quarter_ranks as r
where r.unit_group = $group
group by r.unit_name, r.sort_order, r.is_sample
having count(r.unit_rank) > 0
order by r.is_sample, 中位, 宽度, r.sort_order;
