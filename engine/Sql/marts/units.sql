-- units: 单位登记表
-- uses:   raw_units
-- grain:  one row per unit
-- source: data/reference/units.csv
-- column unit: 单位代码
-- column unit_name: 单位全称
-- column short_name: 单位简称，用于图表
-- column unit_group: 单位类别：town 镇，department 旗直部门，institution 事业单位
-- column sort_order: 行文顺序
select unit, unit_name, short_name, unit_group, sort_order
from raw_units
