-- rulebook_indicators: 评分指标
-- uses:   raw_rulebooks
-- grain:  one row per rulebook and indicator
-- column rulebook: 规则代码
-- column indicator: 指标代码
-- column indicator_title: 指标名称
-- column channel: 渠道
-- column full_points: 满分
-- column cap_points: 最多扣分
-- column sort_order: 排列顺序
select rulebook, indicator, indicator_title, channel, full_points, cap_points, sort_order
from raw_rulebook_indicators
