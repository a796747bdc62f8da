-- unit_aliases: 单位别名
-- uses:   raw_units, raw_alias_decisions
-- grain:  one row per alias and span of time
-- nulls:  valid_from, valid_to where there is no bound; decision_id, decided_by, decided_at unless a person decided
-- source: data/reference/units.csv, unit_aliases.csv, and decisions of persons
-- column alias: 别名
-- column unit: 单位代码
-- column valid_from: 从哪天起
-- column valid_to: 到哪天为止
-- column source: 依据；decision 表示人工认定
-- column decision_id: 认定号
-- column decided_by: 认定人
-- column decided_at: 认定时间（UTC）
select
    alias, unit, valid_from, valid_to, source, cast(null as bigint) as decision_id, cast(null as varchar) as decided_by,
    cast(null as timestamp) as decided_at,
from raw_unit_aliases
union all
select alias, unit, valid_from, valid_to, 'decision', decision_id, decided_by, decided_at
from raw_alias_decisions
where revoked_at is null
