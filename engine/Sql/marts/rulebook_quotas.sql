-- rulebook_quotas: 报送不足扣分的规则
-- uses:   raw_rulebooks
-- grain:  one row per rulebook and quota
-- nulls:  target when all count together; points that no public text confirms
-- column rulebook: 规则代码
-- column rule: 条目代码
-- column indicator: 指标代码
-- column rule_order: 在指标中的顺序
-- column rule_title: 名称
-- column measure: submitted 报送，adopted 采用，pushed 推送
-- column target: 报送对象
-- column at_least: 至少多少条
-- column points: 不足时扣分
-- column is_confirmed: 分值是否有公开文件确认
select rulebook, rule, indicator, rule_order, rule_title, measure, target, at_least, points, is_confirmed
from raw_rulebook_quotas
