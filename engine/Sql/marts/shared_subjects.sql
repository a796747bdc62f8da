-- shared_subjects: 同一栏目或账号有几类问题的条目
-- uses:   finding_sums
-- grain:  one row per quarter, unit, channel, subject, category, level and platform; only subjects with several categories
-- source: data/rulebooks/README.md, unlessAlso
-- column quarter: 季度
-- column unit: 单位代码
-- column channel: 渠道
-- column subject: 栏目或账号
-- column category: 类别代码
-- column level: 检查层级
-- column platform: 平台
-- column finding_count: 条数
-- column categories: 该栏目或账号在这一季度的全部类别
with named as (
    select
        quarter,
        unit,
        channel,
        subject,
        category,
        level,
        platform,
        sum(finding_count) as finding_count,
    from finding_sums
    where unit <> 'NONE' and subject <> 'NONE'
    group by quarter, unit, channel, subject, category, level, platform
),

gathered as (
    select quarter, unit, channel, platform, subject, list(distinct category order by category) as categories
    from named
    group by quarter, unit, channel, platform, subject
    having count(distinct category) > 1
)

select
    n.quarter, n.unit, n.channel, n.subject, n.category, n.level, n.platform,
    cast(n.finding_count as bigint) as finding_count,
    g.categories,
from named as n
inner join gathered as g
    on
        g.quarter = n.quarter and g.unit = n.unit and g.channel = n.channel and g.platform = n.platform
        and g.subject = n.subject
