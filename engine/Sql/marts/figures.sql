-- figures: 原文数字（检查、报送、整改等，问题和单项否决除外），附拆分方式
-- uses:   stg_facts, superseded_facts
-- grain:  one row per count or exact rate that a source states; findings and vetoes have relations of their own
-- nulls:  figure_count or figure_rate, whichever is not stated; group_words, column_words where not said
-- note:   a unit's class (镇, 部门) says nothing new beside the unit; a bound (95%以上) is no value and is left out
-- column quarter: 季度
-- column channel: 渠道；NONE 表示未注明
-- column measure: 指标
-- column unit: 单位代码；NONE 表示未点名
-- column platform: 平台
-- column account: 账号
-- column group_words: 原文中的单位类别（市直部门、乡镇），点名单位时为空
-- column category: 类别代码
-- column column_words: 原文中的栏目
-- column level: 检查层级
-- column target: 报送对象
-- column split: 除单位、渠道、报送对象外按什么拆分，例如 platform；空白表示没有再拆分
-- column is_total: 是否为其后所列明细的合计
-- column figure_count: 个数
-- column numerator: 原文写明的分子
-- column denominator: 原文写明的分母
-- column figure_rate: 比率（百分数，原文）
-- column is_sample: 是否示例数据
with stated as (
    select
        * exclude (group_words),
        case when unit = 'NONE' then group_words end as group_words,
    from stg_facts
    anti join superseded_facts using (fact_number)
    where
        quarter <> 'NONE' and comparator is null and (fact_count is not null or rate_percent is not null)
        and measure in (
            'sites', 'accounts', 'inspected', 'passed', 'failed', 'pass_rate', 'sites_with_issue',
            'accounts_with_issue', 'units_with_issue', 'submitted', 'adopted', 'adoption_rate', 'pushed', 'published',
            'posts', 'zero_units', 'below_quota', 'rectified', 'unrectified', 'messages', 'messages_on_time',
            'on_time_rate'
        )
)

select
    quarter,
    channel,
    measure,
    unit,
    platform,
    account,
    group_words,
    category,
    column_words,
    level,
    target,
    concat_ws(
        '+',
        case when platform <> 'NONE' then 'platform' end,
        case when account <> 'NONE' then 'account' end,
        case when group_words is not null then 'group' end,
        case when category <> 'NONE' then 'category' end,
        case when column_words is not null then 'column' end,
        case when level <> 'NONE' then 'level' end
    ) as split,
    is_total,
    cast(fact_count as bigint) as figure_count,
    cast(numerator as bigint) as numerator,
    cast(denominator as bigint) as denominator,
    rate_percent as figure_rate,
    is_sample,
from stated
