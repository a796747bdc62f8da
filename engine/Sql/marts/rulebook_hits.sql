-- rulebook_hits: 按问题扣分的规则
-- uses:   raw_rulebooks
-- grain:  one row per rulebook and hit
-- nulls:  category, level, platform when any counts; points that no public text confirms
-- column rulebook: 规则代码
-- column rule: 条目代码
-- column indicator: 指标代码
-- column rule_order: 在指标中的顺序
-- column category: 类别代码；NONE 表示未注明类别
-- column level: 检查层级
-- column platform: 平台
-- column points: 每次扣分
-- column per_count: 每多少条扣一次，不足的按一次计
-- column unless_also: 同一栏目或账号有这些类别的问题时不再扣
-- column is_confirmed: 分值是否有公开文件确认
select rulebook, rule, indicator, rule_order, category, level, platform, points, per_count, unless_also, is_confirmed
from raw_rulebook_hits
