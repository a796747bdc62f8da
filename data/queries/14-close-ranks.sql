-- title: 一条之差的名次
-- title-en: Ranks that one finding decides
-- about: 多一条或少一条问题就会与相邻单位交换的名次；公布前值得再核对一遍这些单位的问题。
-- about-en: Ranks that would swap with a neighbour for one finding more or less; worth another look before they are published.
-- parameter quarter: 2024Q4 季度 | quarter
select
    r.unit_group as 排名组,
    r.unit_rank as 名次,
    r.unit_name as 单位,
    round(r.score, 2) as 得分,
    r.finding_count as 问题条数,
    round(r.gap_above, 2) as 与前一名分差,
    round(r.gap_below, 2) as 与后一名分差,
    case
        when r.close_above and r.close_below then '与上下'
        when r.close_above then '与上一名'
        else '与下一名'
    end as 难分先后,
    if(r.is_sample, '示例', '实际') as 数据
from quarter_ranks as r
where r.quarter = $quarter and (r.close_above or r.close_below)
order by r.group_order, r.unit_rank, r.sort_order;
