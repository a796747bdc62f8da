-- rulebook_vetoes: 单项否决的规则
-- uses:   raw_rulebooks
-- grain:  one row per rulebook and veto
-- nulls:  channel, level, platform when any counts; at_least when a reported veto is meant
-- column rulebook: 规则代码
-- column rule: 条目代码
-- column rule_title: 名称
-- column rule_order: 排列顺序
-- column outcome: fail 不合格、不计分，atMost 最高得若干分
-- column at_most_points: 最高得分
-- column channel: 渠道
-- column level: 检查层级
-- column platform: 平台
-- column categories: 问题类别；空表示以通报的单项否决为准
-- column at_least: 问题达到多少条即否决
-- column is_confirmed: 是否有公开文件确认
select
    rulebook, rule, rule_title, rule_order, outcome, at_most_points, channel, level, platform, categories, at_least,
    is_confirmed,
from raw_rulebook_vetoes
