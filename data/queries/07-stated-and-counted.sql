-- title: 通报所述合计与逐条相加
-- title-en: Stated totals beside what their rows add up to
-- about: 通报写明的问题合计，与按同样渠道、类别、层级逐条相加的结果对照，不一致的排在前面。
-- about-en: Totals of findings that a notice states beside the sum of the rows of the same channel, category and level; those that differ come first.
-- parameter quarter: 2024Q4 季度 | quarter
with stated as (
    select statement_id, quarter, channel, category, level, stated_count, words, location, is_sample
    from stated_totals
    where quarter = $quarter and measure = 'issues' and stated_count is not null and unit = 'NONE' and not is_superseded
),
counted as (
    select s.statement_id, sum(f.finding_count)::bigint as row_sum, count(*) as row_count
    from stated as s
    inner join findings as f
        on f.quarter = s.quarter and f.is_sample = s.is_sample and f.channel = s.channel
        and (s.category = 'NONE' or f.category = s.category)
        and (s.level = 'NONE' or f.level = s.level)
    group by s.statement_id
)
select
    s.channel as 渠道,
    coalesce(c.category_name, '各类') as 类别,
    if(s.level = 'NONE', '各级', s.level) as 检查层级,
    s.stated_count::bigint as 通报合计,
    n.row_sum as 逐条相加,
    n.row_count as 条目行数,
    n.row_sum - s.stated_count::bigint as 相差,
    s.words as 来源语句,
    s.location as 位置
from stated as s
left join counted as n using (statement_id)
left join categories as c on c.category = s.category
order by abs(n.row_sum - s.stated_count) desc nulls first, s.channel, s.category, s.level;
