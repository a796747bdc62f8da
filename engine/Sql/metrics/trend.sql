-- trend(of_metric, of_unit): 趋势
-- uses:   quarters, unit_quarter, finding_cube, submissions, vetoes, ranking, divide_exact
-- grain:  one row per quarter in which the metric has a value
-- units:  rates 0 to 1, their changes percentage points; counts, scores and ranks as they are
-- nulls:  change without the quarter before, year_change without the same quarter last year, both across the seam
--         between sample and real data; of_unit ALL is the whole banner
-- source: 环比 is against the quarter before, 同比 against the same quarter last year
with findings_of as (
    select quarter, sum(finding_count) as value
    from unit_quarter
    where
        of_metric in ('finding_count', 'website_finding_count', 'newmedia_finding_count') and unit = of_unit
        and (of_metric = 'finding_count' or channel || '_finding_count' = of_metric)
    group by quarter
    union all
    select quarter, sum(finding_count) as value
    from finding_cube
    where
        of_metric in ('finding_count', 'website_finding_count', 'newmedia_finding_count') and of_unit = 'ALL'
        and (of_metric = 'finding_count' or channel || '_finding_count' = of_metric)
    group by quarter
),

vetoes_of as (
    select quarter, sum(veto_count) as value
    from unit_quarter
    where of_metric = 'veto_count' and of_unit <> 'ALL' and unit = of_unit and is_checked
    group by quarter
    union all
    select q.quarter, coalesce(sum(v.veto_count), 0) as value
    from quarters as q
    left join vetoes as v on v.quarter = q.quarter
    where of_metric = 'veto_count' and of_unit = 'ALL'
    group by q.quarter
),

submissions_summed as (
    select
        quarter,
        sum(submitted_count) as submitted_count,
        sum(adopted_count) as adopted_count,
        sum(pushed_count) as pushed_count,
        divide_exact(
            sum(adopted_count) filter (where submitted_count is not null),
            sum(submitted_count) filter (where adopted_count is not null)
        ) as adoption_rate,
    from submissions
    where of_unit = 'ALL' or unit = of_unit
    group by quarter
),

submissions_of as (
    select
        quarter,
        case of_metric
            when 'submitted_count' then submitted_count
            when 'adopted_count' then adopted_count
            when 'pushed_count' then pushed_count
            when 'adoption_rate' then adoption_rate
        end as value,
    from submissions_summed
    where of_metric in ('submitted_count', 'adopted_count', 'pushed_count', 'adoption_rate')
),

ranked_of as (
    select quarter, case of_metric when 'unit_score' then score else unit_rank end as value
    from ranking(null, null)
    where of_metric in ('unit_score', 'unit_rank') and unit = of_unit
),

valued as (
    select * from findings_of
    union all
    select * from vetoes_of
    union all
    select * from submissions_of
    union all
    select * from ranked_of
),

dated as (
    select v.quarter, cast(v.value as decimal(18, 6)) as value, q.previous_quarter, q.year_before, q.is_sample
    from valued as v
    inner join quarters as q on q.quarter = v.quarter
    where v.value is not null
),

final as (
    select
        of_metric as metric,
        of_unit as unit,
        d.quarter,
        d.value,
        cast(
            case when p.is_sample = d.is_sample then d.value - p.value end
            * case of_metric when 'adoption_rate' then 100 else 1 end as decimal(18, 6)
        ) as change,
        cast(
            case when y.is_sample = d.is_sample then d.value - y.value end
            * case of_metric when 'adoption_rate' then 100 else 1 end as decimal(18, 6)
        ) as year_change,
        case of_metric
            when 'adoption_rate' then '个百分点' when 'unit_score' then '分' when 'unit_rank' then '名'
            when 'veto_count' then '次' else '条'
        end as change_unit,
        d.is_sample,
    from dated as d
    left join dated as p on p.quarter = d.previous_quarter
    left join dated as y on y.quarter = d.year_before
)

select *
from final
