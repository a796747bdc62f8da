-- rulebook_rules: 评分规则的每一条
-- uses:   raw_rulebooks
-- grain:  one row per rulebook, rule and target (NONE for rules without one)
-- nulls:  what the rule does not narrow down; points that no public text confirms
-- column rulebook: 规则代码
-- column rule: 条目代码
-- column kind: hit 按问题扣分，quota 报送不足扣分，award 按报送加分，veto 单项否决
-- column rule_title: 名称
-- column indicator: 指标代码
-- column category: 类别代码
-- column level: 检查层级
-- column platform: 平台
-- column measure: 报送指标：submitted 报送，adopted 采用，pushed 推送
-- column target: 报送对象
-- column points: 分值；空表示未确认；单项否决为最高得分，空表示不计分
-- column per_count: 每多少条计一次，不足的按一次计
-- column at_least: 门槛条数
-- column is_confirmed: 分值是否有公开文件确认
-- column rule_order: 排列顺序
select
    rulebook, rule, 'hit' as kind, null as rule_title, indicator, category, level, platform, null as measure,
    'NONE' as target, points, per_count, null as at_least, is_confirmed, rule_order,
from raw_rulebook_hits
union all
select
    rulebook, rule, 'quota', rule_title, indicator, null, null, null, measure, coalesce(target, 'NONE'), points, null,
    at_least, is_confirmed, rule_order,
from raw_rulebook_quotas
union all
select
    rulebook, rule, 'award', rule_title, null, null, null, null, measure, cast(target as varchar), points, null, null,
    is_confirmed, rule_order,
from raw_rulebook_awards
union all
select
    rulebook, rule, 'veto', rule_title, null, null, level, platform, null, 'NONE', at_most_points, null, at_least,
    is_confirmed, rule_order,
from raw_rulebook_vetoes
