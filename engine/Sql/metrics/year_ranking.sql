-- year_ranking(of_year, of_rulebook): 全年排名
-- uses:   ranking, rulebooks, rulebook_bands, divide_exact
-- grain:  one row per unit
-- units:  score as the rulebook combines the quarters: their mean or their sum; unit_rank from 1 in its group, shared on equal
--         scores, the next one skipped; counted_count: quarters that count
-- nulls:  score, unit_rank and band unless outcome is scored, but for the last place that vetoed units share
-- source: data/rulebooks/README.md, year
-- note:   outcome: scored; vetoed; short, fewer quarters than the rulebook asks for; mixed, sample and real data or several rulebooks
--         in one year; open, the rulebook does not say how quarters are combined. of_rulebook null means each quarter's own
with quarterly as (
    select r.*, b.rank_order, b.year_combine, b.year_at_least, b.year_vetoed
    from ranking(null, of_rulebook) as r
    inner join rulebooks as b on b.rulebook = r.rulebook
    where left(r.quarter, 4) = cast(of_year as varchar)
),

-- Sample and real data, or two ways of counting, never meet in one number.
years as (
    select
        count(distinct rulebook) = 1 and count(distinct is_sample) = 1 as is_whole,
        any_value(rulebook) as rulebook,
        any_value(rank_order) as rank_order,
        any_value(year_combine) as year_combine,
        any_value(year_at_least) as year_at_least,
        any_value(year_vetoed) as year_vetoed,
        bool_or(is_sample) as has_sample,
    from quarterly
),

summed as (
    select
        q.unit,
        max_by(q.unit_group, q.quarter) as unit_group,
        max_by(q.unit_name, q.quarter) as unit_name,
        max_by(q.group_order, q.quarter) as group_order,
        max_by(q.sort_order, q.quarter) as sort_order,
        cast(coalesce(sum(q.score), 0) as decimal(24, 6)) as score_sum,
        count(*) filter (
            where q.outcome = 'scored' or (q.outcome = 'vetoed' and q.year_vetoed = 'zero')
        ) as counted_count,
        bool_or(q.outcome = 'vetoed' and q.year_vetoed = 'fail') as is_vetoed,
        cast(sum(case when q.outcome = 'unchecked' then 0 else q.finding_count end) as bigint) as finding_count,
        cast(sum(q.veto_count) as bigint) as veto_count,
    from quarterly as q
    group by q.unit
),

judged as (
    select
        s.*,
        y.rulebook,
        y.rank_order,
        y.has_sample,
        y.year_combine,
        case
            when not y.is_whole then 'mixed'
            when y.year_combine is null then 'open'
            when s.is_vetoed then 'vetoed'
            when s.counted_count < y.year_at_least then 'short'
            else 'scored'
        end as outcome,
    from summed as s
    cross join years as y
),

scored as (
    select
        *,
        case
            when outcome <> 'scored' then null
            when year_combine = 'sum' then score_sum
            else cast(divide_exact(score_sum, counted_count) as decimal(24, 6))
        end as score,
    from judged
),

bands as (
    select
        rulebook,
        band,
        from_score,
        coalesce(lead(from_score) over (partition by rulebook order by from_score), 999999999999) as below_score,
    from rulebook_bands
),

ranked as (
    select
        s.*,
        cast(
            rank() over (
                partition by s.unit_group
                order by
                    case s.outcome when 'scored' then 1 when 'vetoed' then 2 else 3 end,
                    case when s.rank_order = 'asc' then s.score else -s.score end
            ) as integer
        ) as place,
    from scored as s
),

final as (
    select
        cast(of_year as integer) as year,
        r.rulebook,
        r.unit_group,
        case when r.outcome in ('scored', 'vetoed') then r.place end as unit_rank,
        r.unit,
        r.unit_name,
        r.score,
        r.outcome,
        b.band,
        cast(r.counted_count as integer) as counted_count,
        r.finding_count,
        r.veto_count,
        r.has_sample as is_sample,
        r.group_order,
        r.sort_order,
    from ranked as r
    left join bands as b
        on
            -- Bands are points of a quarter: they hold for a mean, not for a sum.
            b.rulebook = r.rulebook and r.year_combine = 'mean' and r.outcome in ('scored', 'vetoed')
            and coalesce(r.score, 0) >= b.from_score and coalesce(r.score, 0) < b.below_score
)

select *
from final
