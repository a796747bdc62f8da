-- unit_successions: 单位沿革（更名、合并、拆分）
-- uses:   raw_unit_successions
-- grain:  one row per old and new unit
-- source: data/reference/unit_successions.csv
-- column old_unit: 原单位代码
-- column new_unit: 新单位代码
-- column kind: 种类：rename 更名，merge 合并，split 拆分
-- column succeeded_on: 生效日期
-- column first_quarter: 新单位的第一个季度，即生效日期所在的季度
-- column source: 依据
select
    old_unit,
    new_unit,
    kind,
    succeeded_on,
    year(succeeded_on) || 'Q' || quarter(succeeded_on) as first_quarter,
    source,
from raw_unit_successions
