-- rulebook_indicators: 评分指标
-- uses:   raw_rulebooks
-- grain:  one row per rulebook and indicator
-- column rulebook: 规则代码
-- column indicator: 指标代码
-- column indicator_title: 指标名称
-- column channel: 渠道
-- column full_points: 满分；累加规则为空
-- column cap_points: 最多扣分；空表示不设上限
-- column unit_function: 只适用于有此职能的单位；NONE 表示适用于所有单位
-- column is_confirmed: 满分是否有公开文件确认
-- column source: 依据
-- column sort_order: 排列顺序
select
    rulebook, indicator, indicator_title, channel, full_points, cap_points, unit_function, is_confirmed, source, sort_order,
from raw_rulebook_indicators
