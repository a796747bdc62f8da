-- rulebook_cells: 每种问题由哪一条规则扣分
-- uses:   raw_rulebooks
-- grain:  one row per rulebook, channel, category, level and platform
-- nulls:  points that no public text confirms, cap_points without a bound
-- note:   points also as whole millionths: sums of whole numbers are exact and fast
-- column rulebook: 规则代码
-- column channel: 渠道
-- column category: 类别代码
-- column level: 检查层级
-- column platform: 平台；* 表示规则没有点名的平台
-- column rule: 条目代码
-- column indicator: 指标代码
-- column indicator_order: 指标的顺序
-- column rule_order: 在指标中的顺序
-- column unit_function: 只适用于有此职能的单位；NONE 表示适用于所有单位
-- column points: 每次扣分
-- column points_micro: 每次扣分，以百万分之一分为单位
-- column per_count: 每多少条扣一次
-- column unless_also: 同一栏目或账号有这些类别的问题时不再扣
-- column is_plain: 是否每条单独计分（不按若干条计、也不排除重复）
-- column is_platform_named: 规则在这个渠道是否点名平台
select
    c.rulebook, c.channel, c.category, c.level, c.platform, c.rule, h.indicator, i.sort_order as indicator_order, h.rule_order,
    i.unit_function, h.points, cast(h.points * 1000000 as bigint) as points_micro, h.per_count, h.unless_also,
    h.per_count = 1 and len(h.unless_also) = 0 as is_plain,
    bool_or(c.platform <> '*') over (partition by c.rulebook, c.channel) as is_platform_named,
from raw_rulebook_cells as c
inner join raw_rulebook_hits as h on h.rulebook = c.rulebook and h.rule = c.rule
inner join raw_rulebook_indicators as i on i.rulebook = h.rulebook and i.indicator = h.indicator
