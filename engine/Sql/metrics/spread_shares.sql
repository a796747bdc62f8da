-- spread_shares(of_quarter, of_rulebook): 平均分摊给各指标的分数
-- uses:   ruled_quarters, rulebook_indicators, unit_quarter, unit_exemptions
-- grain:  one row per quarter, unit and indicator that applies, where others do not and the rulebook spreads their points
-- units:  points; the shares of a unit add up to what is missing
-- source: data/rulebooks/README.md, Score 4
-- note:   i-th share of M over n: floor6(M * i / n) - floor6(M * (i - 1) / n), in whole millionths
with judged as (
    select
        q.quarter, u.unit, i.indicator, i.sort_order, i.full_points, u.is_checked and e.unit is null as applies,
    from ruled_quarters(of_quarter, of_rulebook) as q
    inner join rulebook_indicators as i on i.rulebook = q.rulebook
    inner join unit_quarter as u on u.quarter = q.quarter and u.channel = i.channel
    left join unit_exemptions as e on e.unit = u.unit and e.unit_function = i.unit_function
    where q.rebase = 'spread'
),

spreading as (
    select
        quarter,
        unit,
        cast(sum(full_points) filter (where not applies) * 1000000 as hugeint) as missing,
        count(*) filter (where applies) as n,
    from judged
    group by quarter, unit
    having bool_or(applies) and not bool_and(applies)
),

placed as (
    select
        j.quarter,
        j.unit,
        j.indicator,
        m.missing,
        m.n,
        row_number() over (partition by j.quarter, j.unit order by j.sort_order) as i,
    from judged as j
    inner join spreading as m on m.quarter = j.quarter and m.unit = j.unit
    where j.applies
),

final as (
    select
        quarter,
        unit,
        indicator,
        cast((missing * i // n - missing * (i - 1) // n) * 0.000001 as decimal(18, 6)) as share_points,
    from placed
)

select *
from final
