-- finding_cube: 问题立方体，分数只由它计算
-- uses:   finding_sums
-- grain:  one row per quarter, unit, channel, platform, category and level
-- nulls:  none; what is not known has the code NONE
-- column quarter: 季度
-- column unit: 单位代码；NONE 表示未点名
-- column channel: 渠道
-- column platform: 平台
-- column category: 类别代码
-- column level: 检查层级
-- column finding_count: 条数
-- column row_count: 条目行数
-- column person_count: 其中类别由人工给出的条数
-- column stated_count: 其中类别由文件写明的条数
-- column rule_count: 其中类别由关键词规则判定的条数
-- column model_count: 其中类别由模型判定的条数
-- column is_sample: 是否示例数据
select
    quarter,
    unit,
    channel,
    platform,
    category,
    level,
    cast(sum(finding_count) as bigint) as finding_count,
    cast(sum(row_count) as bigint) as row_count,
    cast(sum(case when category_source = 'person' then finding_count else 0 end) as bigint) as person_count,
    cast(sum(case when category_source = 'stated' then finding_count else 0 end) as bigint) as stated_count,
    cast(sum(case when category_source = 'rule' then finding_count else 0 end) as bigint) as rule_count,
    cast(sum(case when category_source = 'model' then finding_count else 0 end) as bigint) as model_count,
    max(case when is_sample then 1 else 0 end) = 1 as is_sample,
from finding_sums
group by quarter, unit, channel, platform, category, level
