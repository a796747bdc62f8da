-- unit_aliases: 单位别名
-- uses:   raw_units
-- grain:  one row per alias
-- source: data/reference/units.csv
-- column alias: 别名
-- column unit: 单位代码
select alias, unit
from raw_unit_aliases
