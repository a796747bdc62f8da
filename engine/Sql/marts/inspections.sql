-- inspections: 检查与存量（网站、账号的数量，检查、合格、不合格）
-- uses:   stg_facts
-- grain:  one row per figure a source states
-- column quarter: 季度
-- column channel: 渠道
-- column measure: 指标
-- column unit: 单位代码；NONE 表示未点名
-- column platform: 平台
-- column level: 检查层级
-- column stated_count: 个数
-- column stated_rate: 比率（百分数，原文）
-- column words: 来源语句
-- column location: 来源位置
-- column is_sample: 是否示例数据
-- column batch_id: 批次号
select
    quarter,
    channel,
    measure,
    unit,
    platform,
    level,
    cast(fact_count as bigint) as stated_count,
    rate_percent as stated_rate,
    words,
    location,
    is_sample,
    batch_id,
from stg_facts
where
    measure in (
        'sites', 'accounts', 'inspected', 'passed', 'failed', 'pass_rate',
        'sites_with_issue', 'accounts_with_issue', 'units_with_issue'
    )
