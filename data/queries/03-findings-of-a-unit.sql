-- title: 一个单位的问题及出处
-- title-en: Findings of one unit, with their sources
-- about: 一个单位在一个季度的每条问题、来源语句和位置；单位可写代码、全称、简称或别名。
-- about-en: Each finding of a unit in a quarter, its source sentence and place; the unit by code, name, short name or alias.
-- parameter quarter: 2024Q4 季度 | quarter
-- parameter unit: 札萨克镇 单位 | unit
with asked as (
    select unit from units where $unit in (unit, unit_name, short_name)
    union
    select unit from unit_aliases where alias = $unit
)
select
    u.short_name as 单位,
    f.channel as 渠道,
    coalesce(c.category_name, '未注明') as 类别,
    nullif(f.platform, 'NONE') as 平台,
    nullif(f.level, 'NONE') as 检查层级,
    f.finding_count as 条数,
    f.words as 来源语句,
    f.location as 位置,
    b.file_name as 来源文件,
    if(f.is_sample, '示例', '实际') as 数据
from findings as f
inner join asked using (unit)
inner join units as u using (unit)
left join categories as c on c.category = f.category
left join batches as b on b.batch_id = f.batch_id and b.document = f.document
where f.quarter = $quarter
order by f.channel, f.finding_count desc, f.finding_id;
