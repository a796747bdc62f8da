-- stated_totals: 原文所述合计、比率和变化，与计算结果对照，从不更正
-- uses:   stg_facts, superseded_facts
-- grain:  one row per figure that is a total, a rate, a change, a notice's figure that a detail table lists, or anything else that no other relation holds
-- column statement_id: 代码
-- column quarter: 季度
-- column channel: 渠道
-- column measure: 指标
-- column unit: 单位代码
-- column category: 类别代码
-- column level: 检查层级
-- column target: 报送对象
-- column stated_count: 原文个数
-- column stated_rate: 原文比率（百分数）
-- column stated_change: 原文变化
-- column stated_unit: 变化的单位
-- column basis: 与什么时期相比
-- column is_superseded: 是否由明细表代替，只作对照
-- column words: 来源语句
-- column location: 来源位置
-- column document: 来源文件代码
-- column is_sample: 是否示例数据
-- column batch_id: 批次号
with told as (
    select *, false as is_superseded
    from stg_facts
    anti join superseded_facts using (fact_number)
    where
        is_total
        or measure not in (
            'issues', 'veto', 'submitted', 'adopted', 'pushed', 'sites', 'accounts', 'inspected', 'passed', 'failed',
            'pass_rate', 'sites_with_issue', 'accounts_with_issue', 'units_with_issue'
        )
    union all
    select *, true as is_superseded
    from stg_facts
    semi join superseded_facts using (fact_number)
)

select
    fact_id as statement_id,
    quarter,
    channel,
    measure,
    unit,
    category,
    level,
    target,
    fact_count as stated_count,
    rate_percent as stated_rate,
    change_value as stated_change,
    stated_unit,
    basis,
    is_superseded,
    words,
    location,
    document,
    is_sample,
    batch_id,
from told
