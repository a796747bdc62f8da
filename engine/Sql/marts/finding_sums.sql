-- finding_sums: 问题汇总，问题立方体由它相加
-- uses:   stg_combinations, stg_facts, stg_annotations, stg_classifications, superseded_facts
-- grain:  one row per quarter, unit, channel, platform, subject, category, source of the category and level
-- note:   what facts share is added up once per combination; only facts that a person, a rule or the model gave a category, or that give
--         way to a detail table, are looked at one by one. checks/cube_adds_up compares with the findings themselves
-- nulls:  none; what is not known has the code NONE
-- column quarter: 季度
-- column unit: 单位代码；NONE 表示未点名
-- column channel: 渠道
-- column platform: 平台
-- column subject: 栏目或账号
-- column category: 类别代码
-- column category_source: 类别来自：person 人工，stated 文件，rule 关键词规则，model 模型；NONE 表示没有类别
-- column level: 检查层级
-- column finding_count: 条数
-- column row_count: 条目行数
-- column is_sample: 是否示例数据
with counted as materialized (
    select
        combination,
        quarter,
        unit,
        channel,
        platform,
        coalesce(column_words, account) as subject,
        category,
        level,
        is_sample,
        fact_count,
        counted_rows,
    from stg_combinations
    where quarter <> 'NONE' and measure = 'issues' and not is_total and counted_rows > 0
),

given as (
    select fact_number from stg_annotations
    union
    select fact_number from stg_classifications where not needs_review
    union
    select fact_number from superseded_facts
),

apart as materialized (
    select f.combination, f.fact_number, cast(f.fact_count as bigint) as finding_count
    from stg_facts as f
    semi join given as g on g.fact_number = f.fact_number
    where f.quarter <> 'NONE' and f.measure = 'issues' and not f.is_total and f.fact_count is not null
),

apart_sums as (
    select combination, sum(finding_count) as finding_count, count(*) as row_count
    from apart
    group by combination
),

parts as (
    select
        c.combination,
        c.category,
        case when c.category <> 'NONE' then 'stated' else 'NONE' end as category_source,
        cast(c.fact_count as bigint) - coalesce(a.finding_count, 0) as finding_count,
        c.counted_rows - coalesce(a.row_count, 0) as row_count,
    from counted as c
    left join apart_sums as a on a.combination = c.combination
    union all
    select
        f.combination,
        coalesce(p.category, nullif(c.category, 'NONE'), m.category, 'NONE') as category,
        case
            when p.category is not null then 'person'
            when c.category <> 'NONE' then 'stated'
            else coalesce(m.decided_by, 'NONE')
        end as category_source,
        f.finding_count,
        1 as row_count,
    from apart as f
    inner join counted as c on c.combination = f.combination
    anti join superseded_facts as s on s.fact_number = f.fact_number
    left join stg_annotations as p on p.fact_number = f.fact_number
    left join stg_classifications as m on m.fact_number = f.fact_number and not m.needs_review
)

select
    c.quarter,
    c.unit,
    c.channel,
    c.platform,
    c.subject,
    p.category,
    p.category_source,
    c.level,
    cast(sum(p.finding_count) as bigint) as finding_count,
    cast(sum(p.row_count) as bigint) as row_count,
    bool_or(c.is_sample) as is_sample,
from parts as p
inner join counted as c on c.combination = p.combination
where p.row_count > 0
group by c.quarter, c.unit, c.channel, c.platform, c.subject, p.category, p.category_source, c.level
