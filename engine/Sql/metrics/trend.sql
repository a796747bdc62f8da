-- trend(of_metric, of_unit): 趋势
-- uses:   quarters, trend_metrics, unit_lineage, unit_successions, metric_values, control_width, divide_exact
-- grain:  one row per quarter in which the metric has a value; after a merger or split the units before it have rows of
--         their own (source_unit, chain), so that a quarter can have several; the unit's own chain bears its code
-- units:  rates 0 to 1, their changes percentage points; counts, scores and ranks as they are; percentages in percent
-- nulls:  change without the quarter before, year_change without the same quarter last year, both across the seam between
--         sample and real data and across a merger or split; the percentages unless a count with a base above 0;
--         limits and is_signal with fewer than four quarters; is_usual_change without a change or limits
-- source: 环比 is against the quarter before, 同比 against the same quarter last year; limits as in control_width
-- note:   of_unit ALL is the whole banner; a renamed unit goes on across its renaming
with asked as (
    select *
    from trend_metrics
    where metric = of_metric
),

lineage as (
    select *
    from unit_lineage
    where unit = of_unit
),

valued as (
    select
        l.chain,
        v.unit as source_unit,
        v.quarter,
        v.value,
        v.numerator,
        v.denominator,
        q.previous_quarter,
        q.year_before,
        q.is_sample,
    from metric_values(of_metric) as v
    inner join lineage as l on l.source_unit = v.unit and coalesce(v.quarter <= l.last_quarter, true)
    inner join quarters as q on q.quarter = v.quarter
    -- Under a renaming one row per quarter: of the unit whose time it was, else of the other.
    qualify
        row_number() over (
            partition by l.chain, v.quarter
            order by
                coalesce(v.quarter >= l.first_quarter, true) and coalesce(v.quarter < l.until_quarter, true) desc,
                l.depth
        ) = 1
),

seams as (
    select l.chain, s.first_quarter
    from lineage as l
    inner join unit_successions as s
        on
            (s.new_unit = l.source_unit and s.kind <> 'rename')
            or (s.old_unit = l.source_unit and s.kind = 'split')
),

sections as (
    select
        v.*,
        (
            select count(*)
            from seams as s
            where s.chain = v.chain and s.first_quarter <= v.quarter
        ) as section,
    from valued as v
),

marked as (
    select
        *,
        section > coalesce(lag(section) over along, 0)
        or source_unit <> coalesce(lag(source_unit) over along, source_unit) as is_break,
        count(*) over alike as quarter_count,
        sum(value) over alike as value_sum,
        count(denominator) over alike as rated_count,
        sum(numerator) over alike as numerator_sum,
        sum(denominator) over alike as denominator_sum,
    from sections
    window
        along as (partition by chain order by quarter),
        alike as (partition by chain, section, is_sample)
),

centered as (
    select
        m.*,
        a.kind,
        a.control,
        a.change_unit,
        case
            when a.control = 'c' and m.quarter_count >= 4 then m.value_sum / cast(m.quarter_count as double)
            when a.control = 'p' and m.rated_count >= 4 and m.numerator_sum <= m.denominator_sum
                then m.numerator_sum / cast(m.denominator_sum as double)
        end as center,
        control_width(a.control, center, m.denominator) as width,
    from marked as m
    cross join asked as a
),

limited as (
    select
        *,
        cast(round(center, 6) as decimal(18, 6)) as center_line,
        case when width is not null then cast(round(greatest(center - width, 0), 6) as decimal(18, 6)) end
            as lower_limit,
        case
            when control = 'p' and width is not null
                then cast(round(least(center + width, 1), 6) as decimal(18, 6))
            else cast(round(center + width, 6) as decimal(18, 6))
        end as upper_limit,
        value not between lower_limit and upper_limit as is_signal,
    from centered
),

compared as (
    select
        d.*,
        p.value as previous_value,
        y.value as year_value,
        case when p.value is not null then not d.is_signal and not p.is_signal end as is_usual_change,
    from limited as d
    left join limited as p
        on
            p.quarter = d.previous_quarter and p.chain = d.chain and p.section = d.section
            and p.is_sample = d.is_sample
    left join limited as y
        on
            y.quarter = d.year_before and y.chain = d.chain and y.section = d.section
            and y.is_sample = d.is_sample
),

final as (
    select
        of_metric as metric,
        of_unit as unit,
        quarter,
        value,
        cast((value - previous_value) * case kind when 'rate' then 100 else 1 end as decimal(18, 6)) as change,
        cast((value - year_value) * case kind when 'rate' then 100 else 1 end as decimal(18, 6)) as year_change,
        change_unit,
        is_sample,
        cast(
            case when kind = 'count' and previous_value > 0 then divide_exact((value - previous_value) * 100, previous_value) end
            as decimal(18, 6)
        ) as change_percent,
        cast(
            case when kind = 'count' and year_value > 0 then divide_exact((value - year_value) * 100, year_value) end
            as decimal(18, 6)
        ) as year_change_percent,
        numerator,
        denominator,
        is_break,
        source_unit,
        chain,
        center_line,
        lower_limit,
        upper_limit,
        is_signal,
        is_usual_change,
    from compared
)

select *
from final
