-- vetoes: 单项否决
-- uses:   stg_facts, superseded_facts
-- grain:  one row per veto a source states
-- column veto_id: 代码
-- column quarter: 季度
-- column unit: 单位代码；NONE 表示未点名
-- column unit_words: 原文中的单位名
-- column channel: 渠道
-- column platform: 平台
-- column account: 账号
-- column level: 检查层级
-- column veto_count: 次数
-- column words: 来源语句
-- column location: 来源位置
-- column document: 来源文件代码
-- column is_sample: 是否示例数据
-- column batch_id: 批次号
select
    fact_id as veto_id,
    quarter,
    unit,
    unit_words,
    channel,
    platform,
    account,
    level,
    cast(fact_count as bigint) as veto_count,
    words,
    location,
    document,
    is_sample,
    batch_id,
from stg_facts
anti join superseded_facts using (fact_number)
where quarter <> 'NONE' and measure = 'veto' and not is_total and fact_count > 0
