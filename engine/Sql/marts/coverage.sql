-- coverage: 检查范围
-- uses:   stg_coverage
-- grain:  one row per statement of what was checked
-- column quarter: 季度
-- column channel: 渠道
-- column unit: 单位代码；NONE 表示整体
-- column scope: 范围说明
-- column account_count: 账号数
-- column state: proposed 通报所述、待确认；confirmed 已确认
-- column words: 来源语句
-- column is_sample: 是否示例数据
-- column batch_id: 批次号
select quarter, channel, unit, scope, account_count, state, words, is_sample, batch_id
from stg_coverage
