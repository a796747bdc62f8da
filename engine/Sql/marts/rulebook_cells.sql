-- rulebook_cells: 每种问题由哪一条规则扣分
-- uses:   raw_rulebooks
-- grain:  one row per rulebook, channel, category, level and platform
-- column rulebook: 规则代码
-- column channel: 渠道
-- column category: 类别代码
-- column level: 检查层级
-- column platform: 平台；* 表示规则没有点名的平台
-- column rule: 条目代码
select rulebook, channel, category, level, platform, rule
from raw_rulebook_cells
