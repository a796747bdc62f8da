-- rulebook_awards: 按报送加分的规则
-- uses:   raw_rulebooks
-- grain:  one row per rulebook, award and target
-- nulls:  cap_points without a bound; points that no public text confirms
-- column rulebook: 规则代码
-- column rule: 条目代码
-- column rule_title: 名称
-- column rule_order: 排列顺序
-- column measure: submitted 报送，adopted 采用，pushed 推送
-- column target: 报送对象
-- column points: 每条得分
-- column counting: each 每次采用都计，highest 只计最高一级
-- column cap_points: 上限
-- column is_confirmed: 分值是否有公开文件确认
select rulebook, rule, rule_title, rule_order, measure, target, points, counting, cap_points, is_confirmed
from raw_rulebook_awards
