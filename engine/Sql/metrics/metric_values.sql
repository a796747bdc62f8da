-- metric_values(of_metric): 指标在各季度、各单位的数值
-- uses:   trend_metrics, unit_quarter, finding_cube, vetoes, coverage, figure_values, quarter_ranks
-- grain:  one row per quarter and unit with a value; ALL is the whole banner
-- units:  rates 0 to 1; counts, scores and ranks as they are
-- nulls:  numerator and denominator unless a rate whose parts are stated
-- note:   findings are counted from their rows, whatever total a notice states beside them; vetoes are 0 only where
--         something was checked
with asked as (
    select *
    from trend_metrics
    where metric = of_metric
),

findings_of as (
    select u.quarter, u.unit, sum(u.finding_count) as value
    from unit_quarter as u
    inner join asked as a on a.made_from = 'findings' and coalesce(cast(u.channel as varchar) = a.channel, true)
    group by u.quarter, u.unit
    union all
    select c.quarter, 'ALL' as unit, sum(c.finding_count) as value
    from finding_cube as c
    inner join asked as a on a.made_from = 'findings' and coalesce(cast(c.channel as varchar) = a.channel, true)
    group by c.quarter
),

seen as (
    select quarter, unit, cast(channel as varchar) as channel, veto_count
    from unit_quarter
    where is_checked
    union all
    select quarter, 'ALL' as unit, cast(channel as varchar) as channel, veto_count
    from vetoes
    union all
    select quarter, 'ALL' as unit, cast(channel as varchar) as channel, 0 as veto_count
    from finding_cube
    union all
    select quarter, 'ALL' as unit, cast(channel as varchar) as channel, 0 as veto_count
    from coverage
),

vetoes_of as (
    select s.quarter, s.unit, sum(s.veto_count) as value
    from seen as s
    inner join asked as a on a.made_from = 'vetoes' and coalesce(s.channel = a.channel, true)
    group by s.quarter, s.unit
),

ranked_of as (
    select quarter, unit, case of_metric when 'unit_score' then score else unit_rank end as value
    from quarter_ranks
    where of_metric in ('unit_score', 'unit_rank')
),

valued as (
    select quarter, unit, cast(value as decimal(18, 6)) as value, null as numerator, null as denominator
    from findings_of
    union all
    select quarter, unit, cast(value as decimal(18, 6)), null, null
    from vetoes_of
    union all
    select quarter, unit, cast(value as decimal(18, 6)), null, null
    from ranked_of
    union all
    select quarter, unit, value, numerator, denominator
    from figure_values(of_metric)
),

final as (
    select
        quarter,
        unit,
        value,
        cast(numerator as bigint) as numerator,
        cast(denominator as bigint) as denominator,
    from valued
    where value is not null
)

select *
from final
