-- units: 单位登记表
-- uses:   raw_units, raw_unit_initials
-- grain:  one row per unit
-- source: data/reference/units.csv
-- column unit: 单位代码
-- column unit_name: 单位全称
-- column short_name: 单位简称，用于图表
-- column unit_group: 单位类别：town 镇，department 旗直部门，institution 事业单位
-- column sort_order: 行文顺序
-- column pinyin: 拼音首字母，没有登记的为空
select u.unit, u.unit_name, u.short_name, u.unit_group, u.sort_order, coalesce(i.pinyin, '') as pinyin
from raw_units as u
left join raw_unit_initials as i on i.unit = u.unit
