-- unit_exemptions: 单位没有的职能
-- uses:   raw_units
-- grain:  one row per unit and function it is without
-- source: data/reference/units.csv, column without
-- column unit: 单位代码
-- column unit_function: 职能，例如 service 对外服务
select unit, unit_function
from raw_unit_exemptions
