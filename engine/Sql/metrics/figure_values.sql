-- figure_values(of_metric): 由原文数字得出的各季度数值
-- uses:   figures, trend_metrics, divide_exact
-- grain:  one row per quarter and unit with a value; ALL is the whole banner
-- units:  rates 0 to 1; counts as they are
-- nulls:  numerator and denominator for counts, and for a rate that is only printed
-- note:   a whole that is stated once is the value; else the parts are added, by one way of splitting only: no split can be
--         more than the whole, so the one with the largest sum is the nearest. What is said without target or channel is
--         the whole of all targets or channels. A rate is Σ numerator ÷ Σ denominator of the parts that state both
with cells as (
    select
        f.quarter,
        f.unit,
        cast(f.channel as varchar) as channel,
        cast(f.target as varchar) as target,
        f.split,
        a.kind = 'rate' as is_rate,
        f.unit = 'NONE' and f.split = '' as is_banner_whole,
        coalesce(
            case
                when not is_banner_whole then sum(f.figure_count) filter (where f.measure = a.measure)
                -- Said twice is one statement; two different ones are none.
                when count(distinct f.figure_count) filter (where f.measure = a.measure) = 1
                    then max(f.figure_count) filter (where f.measure = a.measure)
            end,
            max(f.numerator) filter (where f.measure = a.rate_measure)
        ) as part,
        coalesce(
            case
                when not is_banner_whole then sum(f.figure_count) filter (where f.measure = a.denominator_measure)
                when count(distinct f.figure_count) filter (where f.measure = a.denominator_measure) = 1
                    then max(f.figure_count) filter (where f.measure = a.denominator_measure)
            end,
            max(f.denominator) filter (where f.measure = a.rate_measure)
        ) as whole,
    from figures as f
    inner join trend_metrics as a
        on
            a.metric = of_metric and a.made_from = 'figures'
            and f.measure in (a.measure, a.denominator_measure, a.rate_measure)
            and coalesce(cast(f.channel as varchar) = a.channel, true)
    where f.split = '' or not f.is_total
    group by
        f.quarter, f.unit, f.channel, f.target, f.split, f.platform, f.account, f.group_words, f.category,
        f.column_words, f.level, a.kind
),

splits as (
    select quarter, unit, channel, target, split, sum(part) as part, sum(whole) as whole
    from cells
    where part is not null and (not is_rate or whole is not null)
    group by quarter, unit, channel, target, split
),

units_told as (
    select
        s.quarter,
        s.unit,
        s.channel,
        s.target,
        max_by(s, (s.split = '', coalesce(s.whole, s.part), s.split)) as told,
    from splits as s
    where s.unit <> 'NONE'
    group by s.quarter, s.unit, s.channel, s.target
),

banner_splits as (
    select quarter, channel, target, split, part, whole
    from splits
    where unit = 'NONE'
    union all
    select quarter, channel, target, 'unit' as split, sum(told.part) as part, sum(told.whole) as whole
    from units_told
    group by quarter, channel, target
),

banner_told as (
    select
        s.quarter,
        'ALL' as unit,
        s.channel,
        s.target,
        max_by(s, (s.split = '', coalesce(s.whole, s.part), s.split)) as told,
    from banner_splits as s
    group by s.quarter, s.channel, s.target
),

told_by_target as (
    select quarter, unit, channel, target, told.part as part, told.whole as whole, told.split = '' as is_whole
    from units_told
    union all
    select quarter, unit, channel, target, told.part as part, told.whole as whole, told.split = '' as is_whole
    from banner_told
),

told_by_channel as (
    select
        quarter,
        unit,
        channel,
        coalesce(max(part) filter (where is_whole and target = 'NONE'), sum(part)) as part,
        coalesce(max(whole) filter (where is_whole and target = 'NONE'), sum(whole)) as whole,
        bool_or(is_whole and target = 'NONE') as is_whole,
    from told_by_target
    group by quarter, unit, channel
),

told_by_unit as (
    select
        quarter,
        unit,
        coalesce(max(part) filter (where is_whole and channel = 'NONE'), sum(part)) as part,
        coalesce(max(whole) filter (where is_whole and channel = 'NONE'), sum(whole)) as whole,
    from told_by_channel
    group by quarter, unit
),

printed as (
    select
        f.quarter,
        case f.unit when 'NONE' then 'ALL' else f.unit end as unit,
        max(f.figure_rate) as rate,
    from figures as f
    inner join trend_metrics as a
        on
            a.metric = of_metric and f.measure = a.rate_measure
            and coalesce(cast(f.channel as varchar) = a.channel, true)
    where f.split = '' and f.figure_rate is not null
    group by f.quarter, f.unit
    having count(distinct f.figure_rate) = 1
),

rated as (
    select
        quarter,
        unit,
        case when whole is null then part else divide_exact(part, whole) end as value,
        case when whole is not null then part end as numerator,
        whole as denominator,
    from told_by_unit
),

final as (
    select
        quarter,
        unit,
        cast(coalesce(r.value, divide_exact(p.rate, 100)) as decimal(18, 6)) as value,
        cast(case when r.value is not null then r.numerator end as bigint) as numerator,
        cast(case when r.value is not null then r.denominator end as bigint) as denominator,
    from rated as r
    full join printed as p using (quarter, unit)
    where r.value is not null or p.rate is not null
)

select *
from final
