-- quarter_ranks: 各季度排名，按该季度适用的评分规则
-- uses:   ranking, rank_stability
-- kind:   result
-- grain:  one row per quarter and unit
-- note:   what ranking(null, null) and rank_stability(null, null) give, worked out once for each state of the data
-- nulls:  as in ranking and rank_stability
-- column quarter: 季度
-- column rulebook: 适用的评分规则
-- column unit_group: 排名组
-- column unit_rank: 名次，从 1 起
-- column unit: 单位代码
-- column unit_name: 单位简称
-- column score: 得分
-- column outcome: scored 已评分，vetoed 单项否决不计分，unchecked 未检查，incomplete 规则未定
-- column band: 等次
-- column is_held_down: 是否因单项否决限定最高分
-- column finding_count: 问题条数；未检查又没有点名时为空
-- column veto_count: 单项否决个数；未检查又没有点名时为空
-- column is_sample: 是否示例数据
-- column group_order: 排名组次序
-- column sort_order: 单位次序
-- column gap_above: 与前一名的分差
-- column gap_below: 与后一名的分差
-- column close_above: 多一条或少一条问题即与前一名换位
-- column close_below: 多一条或少一条问题即与后一名换位
select r.*, s.gap_above, s.gap_below, s.close_above, s.close_below,
from ranking(null, null) as r
left join rank_stability(null, null) as s on s.quarter = r.quarter and s.unit = r.unit
