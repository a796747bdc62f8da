-- unit_lineage: 单位的前身，趋势由此接续
-- uses:   units, unit_successions
-- grain:  one row per unit and each unit whose quarters belong to its trend, itself among them; ALL is the whole banner
-- nulls:  first_quarter unless renamed from another; until_quarter and last_quarter as their columns say
-- note:   units joined by renamings are one chain; each side of a merger or split is a chain of its own
-- column unit: 单位代码；ALL 表示全旗
-- column source_unit: 前身的单位代码
-- column chain: 接续的一段，以其最后一个单位的代码命名；只有同一段内才比较
-- column depth: 相隔几次更名、合并或拆分
-- column first_quarter: 前身由更名而来时，自这个季度起
-- column until_quarter: 前身更名后，不含这个季度
-- column last_quarter: 合并、拆分前的单位列到这个季度为止
with recursive walked as (
    select
        unit,
        unit as source_unit,
        unit as chain,
        0 as depth,
        cast(null as varchar) as until_quarter,
        cast(null as varchar) as last_quarter,
    from units
    union all
    select
        w.unit,
        s.old_unit as source_unit,
        case s.kind when 'rename' then w.chain else s.old_unit end as chain,
        w.depth + 1 as depth,
        case s.kind when 'rename' then s.first_quarter end as until_quarter,
        case s.kind
            when 'rename' then w.last_quarter
            -- In the quarter of a merger both may still be named; a unit that lives on after a split is no longer a forerunner.
            when 'merge' then least(s.first_quarter, w.last_quarter)
            else
                least(
                    year(s.succeeded_on - interval 3 month) || 'Q' || quarter(s.succeeded_on - interval 3 month),
                    w.last_quarter
                )
        end as last_quarter,
    from walked as w
    inner join unit_successions as s on s.new_unit = w.source_unit
),

-- A unit that was split and joined again is reached on two ways.
reached as (
    select
        unit,
        source_unit,
        min(chain) as chain,
        min(depth) as depth,
        max(until_quarter) as until_quarter,
        max(last_quarter) as last_quarter,
    from walked
    group by unit, source_unit
),

final as (
    select
        r.unit,
        r.source_unit,
        r.chain,
        r.depth,
        (
            select max(s.first_quarter)
            from unit_successions as s
            where s.new_unit = r.source_unit and s.kind = 'rename'
        ) as first_quarter,
        r.until_quarter,
        r.last_quarter,
    from reached as r
    union all
    select 'ALL', 'ALL', 'ALL', 0, null, null, null
)

select *
from final
