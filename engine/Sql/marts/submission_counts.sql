-- submission_counts: 信息报送的每个数字
-- uses:   submissions
-- grain:  one row per quarter, unit, target and measure that a source states
-- column quarter: 季度
-- column unit: 单位代码；NONE 表示全旗合计
-- column target: 报送对象
-- column measure: submitted 报送，adopted 采用，pushed 推送
-- column item_count: 条数
select quarter, unit, target, 'submitted' as measure, submitted_count as item_count
from submissions
where submitted_count is not null
union all
select quarter, unit, target, 'adopted', adopted_count
from submissions
where adopted_count is not null
union all
select quarter, unit, target, 'pushed', pushed_count
from submissions
where pushed_count is not null
