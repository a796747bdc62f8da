-- rulebook_groups: 排名组别
-- uses:   raw_rulebooks
-- grain:  one row per rulebook and unit group
-- column rulebook: 规则代码
-- column unit_group: 单位类别
-- column ranked_group: 在哪一组排名
-- column group_title: 组名
-- column group_order: 组的顺序
select rulebook, unit_group, ranked_group, group_title, group_order
from raw_rulebook_groups
