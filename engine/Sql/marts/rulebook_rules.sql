-- rulebook_rules: 扣分规则
-- uses:   raw_rulebooks
-- grain:  one row per rulebook, channel, category and level
-- column rulebook: 规则代码
-- column indicator: 指标代码
-- column channel: 渠道
-- column category: 类别代码；NONE 表示未注明类别
-- column level: 检查层级
-- column points_per_hit: 每条扣分
-- column is_confirmed: 分值是否有公开文件确认
select rulebook, indicator, channel, category, level, points_per_hit, is_confirmed
from raw_rulebook_rules
