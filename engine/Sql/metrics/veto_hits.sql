-- veto_hits(of_quarter, of_rulebook): 各单位触发的单项否决
-- uses:   ruled_quarters, vetoes, finding_cube, rulebook_vetoes
-- grain:  one row per quarter, unit and veto of the rulebook that holds
-- units:  hit_count reported vetoes, or findings towards the threshold
-- nulls:  at_most_points when scoring stops
-- note:   what only a model or keyword says is not counted: a veto needs the file's word or a person's
-- source: data/rulebooks/README.md, vetoes and Score 1 and 6
with reported as (
    select s.quarter, s.rulebook, v.unit, r.rule, sum(v.veto_count) as hit_count
    from ruled_quarters(of_quarter, of_rulebook) as s
    inner join rulebook_vetoes as r on r.rulebook = s.rulebook and r.at_least is null
    inner join vetoes as v
        on
            v.quarter = s.quarter
            and cast(v.channel as varchar) = coalesce(r.channel, cast(v.channel as varchar))
            and cast(v.level as varchar) = coalesce(r.level, cast(v.level as varchar))
            and v.platform = coalesce(r.platform, v.platform)
    where v.unit <> 'NONE'
    group by s.quarter, s.rulebook, v.unit, r.rule
),

counted as (
    select
        s.quarter,
        s.rulebook,
        c.unit,
        r.rule,
        sum(c.finding_count - coalesce(c.rule_count + c.model_count, 0)) as hit_count,
    from ruled_quarters(of_quarter, of_rulebook) as s
    inner join (
        select *, unnest(categories) as category
        from rulebook_vetoes
        where at_least is not null
    ) as r on r.rulebook = s.rulebook
    inner join finding_cube as c
        on
            c.quarter = s.quarter and c.category = r.category
            and cast(c.channel as varchar) = coalesce(r.channel, cast(c.channel as varchar))
            and cast(c.level as varchar) = coalesce(r.level, cast(c.level as varchar))
            and c.platform = coalesce(r.platform, c.platform)
    where c.unit <> 'NONE'
    group by s.quarter, s.rulebook, c.unit, r.rule, r.at_least
    having hit_count >= r.at_least
),

united as (
    select * from reported
    union all
    select * from counted
),

final as (
    select
        u.quarter,
        u.rulebook,
        u.unit,
        u.rule,
        r.rule_order,
        r.outcome,
        r.at_most_points,
        cast(u.hit_count as bigint) as hit_count,
    from united as u
    inner join rulebook_vetoes as r on r.rulebook = u.rulebook and r.rule = u.rule
)

select *
from final
