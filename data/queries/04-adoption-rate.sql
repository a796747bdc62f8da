-- title: 采用率环比
-- title-en: Adoption rate, quarter on quarter
-- about: 向市人民政府网站报送信息的采用率（采用合计除以报送合计）和环比变化；示例数据与实际数据之间不比较。
-- about-en: Adoption rate of information for the city's website (sum adopted over sum submitted) and its change in percentage points; none between sample and real data.
-- parameter target: city 报送对象 | target
select
    a.quarter as 季度,
    a.target_words as 报送对象,
    a.submitted_count as 报送,
    a.adopted_count as 采用,
    round(100 * a.adoption_rate, 1) as 采用率百分数,
    round(a.change_pp, 1) as 环比百分点,
    round(a.stated_rate, 1) as 原文所印百分数,
    if(a.is_sample, '示例', '实际') as 数据
from adoption_rate(null) as a
where a.target = $target
order by a.quarter desc;
