-- adoption_rate(of_quarter): 采用率
-- uses:   quarters, submissions, stated_totals, divide_exact
-- grain:  one row per quarter and target that information was submitted or pushed to
-- units:  adoption_rate 0 to 1; stated_rate in percent as printed; change_pp percentage points against the quarter before
-- nulls:  a count that is not stated; the rate when nothing was submitted or a count is missing; change_pp without a
--         quarter before and across the seam to sample data; of_quarter null means every quarter
-- source: notice section 五; a rate of several rows is the sum of adopted over the sum of submitted
with counted as (
    select
        s.quarter,
        s.target,
        min(s.target_words) as target_words,
        sum(s.submitted_count) as submitted_count,
        sum(s.adopted_count) as adopted_count,
        sum(s.pushed_count) as pushed_count,
        sum(s.adopted_count) filter (where s.submitted_count is not null) as rated_adopted,
        sum(s.submitted_count) filter (where s.adopted_count is not null) as rated_submitted,
    from submissions as s
    group by s.quarter, s.target
),

rated as (
    select
        c.*,
        divide_exact(c.rated_adopted, c.rated_submitted) as rate,
        q.previous_quarter,
        q.is_sample,
    from counted as c
    inner join quarters as q on q.quarter = c.quarter
),

stated as (
    select
        quarter,
        target,
        any_value(stated_rate) filter (where measure = 'adoption_rate') as stated_rate,
        any_value(stated_change) filter (where measure = 'adoption_rate_change') as stated_change,
        any_value(stated_unit) filter (where measure = 'adoption_rate_change') as stated_change_unit,
        any_value(basis) filter (where measure = 'adoption_rate_change') as stated_change_basis,
    from stated_totals
    where measure in ('adoption_rate', 'adoption_rate_change') and unit = 'NONE'
    group by quarter, target
),

final as (
    select
        r.quarter,
        r.target,
        r.target_words,
        cast(r.submitted_count as bigint) as submitted_count,
        cast(r.adopted_count as bigint) as adopted_count,
        cast(r.pushed_count as bigint) as pushed_count,
        cast(r.rate as decimal(18, 6)) as adoption_rate,
        s.stated_rate,
        r.previous_quarter,
        cast(p.rate as decimal(18, 6)) as previous_rate,
        cast(case when p.is_sample = r.is_sample then (r.rate - p.rate) * 100 end as decimal(18, 6)) as change_pp,
        s.stated_change,
        s.stated_change_unit,
        s.stated_change_basis,
        r.is_sample,
    from rated as r
    left join rated as p on p.quarter = r.previous_quarter and p.target = r.target
    left join stated as s on s.quarter = r.quarter and s.target = r.target
    where of_quarter is null or r.quarter = of_quarter
)

select *
from final
