-- quarters: 季度
-- uses:   stg_combinations, raw_rulebooks, raw_publications
-- grain:  one row per quarter with data
-- nulls:  rulebook when none is in effect on the quarter's first day
-- column quarter: 季度
-- column previous_quarter: 上季度，环比的基数
-- column year_before: 去年同季度，同比的基数
-- column first_day: 第一天
-- column last_day: 最后一天
-- column is_sample: 是否示例数据
-- column rulebook: 适用的评分规则；已发布的季度为发布时的规则
-- column state: open 未发布，published 已发布
with stated as (
    select quarter, bool_or(is_sample) as is_sample
    from stg_combinations
    where quarter <> 'NONE'
    group by quarter
),

dated as (
    select
        quarter,
        is_sample,
        make_date(cast(left(quarter, 4) as integer), 3 * cast(right(quarter, 1) as integer) - 2, 1) as first_day,
    from stated
),

ruled as (
    select
        dated.*,
        (
            select max_by(p.rulebook, p.publication)
            from raw_publications as p
            where p.quarter = dated.quarter
        ) as published_rulebook,
        (
            select min_by(r.rulebook, (not r.is_default, r.effective_from, r.rulebook))
            from raw_rulebooks as r
            where r.effective_from <= dated.first_day and coalesce(r.effective_to >= dated.first_day, true)
        ) as effective_rulebook,
    from dated
),

final as (
    select
        quarter,
        year(first_day - interval 3 month) || 'Q' || quarter(first_day - interval 3 month) as previous_quarter,
        year(first_day) - 1 || 'Q' || right(quarter, 1) as year_before,
        first_day,
        cast(first_day + interval 3 month - interval 1 day as date) as last_day,
        is_sample,
        coalesce(published_rulebook, effective_rulebook) as rulebook,
        case when published_rulebook is null then 'open' else 'published' end as state,
    from ruled
)

select *
from final
