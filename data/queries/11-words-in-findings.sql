-- title: 问题语句中找词
-- title-en: Words in findings
-- about: 来源语句、类别原文或栏目中含有某个词的问题，最新的在前；% 代表任意文字，例如 错%外链。
-- about-en: Findings whose source sentence, category or column holds a word, the newest first; % stands for any text.
-- parameter word: 错别字 词 | word
select
    f.quarter as 季度,
    coalesce(u.short_name, f.unit_words, '未点名') as 单位,
    f.channel as 渠道,
    coalesce(c.category_name, '未注明') as 类别,
    f.finding_count as 条数,
    f.words as 来源语句,
    f.location as 位置,
    if(f.is_sample, '示例', '实际') as 数据
from findings as f
left join units as u using (unit)
left join categories as c on c.category = f.category
where concat_ws(' ', f.words, f.category_words, nullif(f.subject, 'NONE')) ilike '%' || $word || '%'
order by f.is_sample, f.quarter desc, f.finding_count desc, f.finding_id
limit 500;
