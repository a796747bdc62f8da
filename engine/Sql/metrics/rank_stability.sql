-- rank_stability(of_quarter, of_rulebook): 名次的稳定性
-- uses:   ranking, unit_score, ruled_cells, rule_points, indicator_points, rulebooks, rulebook_hits, divide_exact
-- grain:  one row per quarter and ranked unit with a score
-- units:  gap_above, gap_below: points to the next better and the next worse score in the group; score_with_more,
--         score_with_less: the score with one finding more (the dearest of the kinds the unit has; the cheapest rule where it has
--         none) and with one less (the dearest)
-- nulls:  a gap at the ends of the group; everything under rulebooks that rank the lowest score first
-- note:   close_above, close_below: one finding more or less would swap the order with that neighbour
with scores as (
    select
        s.*,
        r.base_points,
        r.rebase,
        r.has_bonus,
        r.bonus_above,
        case when r.kind = 'deduction' and r.rebase = 'scale' then s.checked_points end as converted_points,
    from unit_score(of_quarter, of_rulebook) as s
    inner join rulebooks as r on r.rulebook = s.rulebook
    where s.outcome = 'scored' and r.rank_order = 'desc'
),

indicators as (
    select *
    from indicator_points(of_quarter, of_rulebook)
    where applies
),

hits as (
    select quarter, unit, indicator, finding_count as hit_count, points as points_per_hit, 1 as per_count
    from ruled_cells(of_quarter, of_rulebook)
    where is_plain
    union all
    select quarter, unit, indicator, hit_count, points_per_hit, per_count
    from rule_points(of_quarter, of_rulebook)
    where kind = 'hit'
),

of_kinds_there as (
    select
        p.quarter,
        p.unit,
        max(
            least(
                i.points_before_cap
                + ((p.hit_count + p.per_count) // p.per_count - (p.hit_count + p.per_count - 1) // p.per_count) * p.points_per_hit,
                coalesce(i.cap_points, 999999999999)
            ) - i.deducted_points
        ) as more,
        max(
            i.deducted_points - least(
                i.points_before_cap
                - ((p.hit_count + p.per_count - 1) // p.per_count - (p.hit_count + p.per_count - 2) // p.per_count)
                * p.points_per_hit,
                coalesce(i.cap_points, 999999999999)
            )
        ) as less,
    from hits as p
    inner join indicators as i on i.quarter = p.quarter and i.unit = p.unit and i.indicator = p.indicator
    where p.hit_count > 0
    group by p.quarter, p.unit
),

of_cheapest_kind as (
    select i.quarter, i.unit, min(least(h.points, coalesce(i.cap_points, h.points))) as more
    from indicators as i
    inner join rulebook_hits as h on h.rulebook = i.rulebook and h.indicator = i.indicator
    where h.points > 0
    group by i.quarter, i.unit
),

stepped as (
    select
        s.*,
        s.score_before_bonus
        - case
            when s.converted_points is null then coalesce(k.more, c.more, 0)
            else divide_exact(coalesce(k.more, c.more, 0) * s.base_points, s.converted_points)
        end as before_with_more,
        s.score_before_bonus
        + case
            when s.converted_points is null then coalesce(k.less, 0)
            else divide_exact(coalesce(k.less, 0) * s.base_points, s.converted_points)
        end as before_with_less,
    from scores as s
    left join of_kinds_there as k on k.quarter = s.quarter and k.unit = s.unit
    left join of_cheapest_kind as c on c.quarter = s.quarter and c.unit = s.unit
),

moved as (
    select
        quarter,
        unit,
        cast(
            least(
                before_with_more
                + case when has_bonus and (bonus_above is null or before_with_more > bonus_above) then bonus_points else 0 end,
                at_most_points
            ) as decimal(24, 6)
        ) as score_with_more,
        cast(
            least(
                before_with_less
                + case when has_bonus and (bonus_above is null or before_with_less > bonus_above) then bonus_points else 0 end,
                at_most_points
            ) as decimal(24, 6)
        ) as score_with_less,
    from stepped
),

placed as (
    select r.quarter, r.unit_group, r.unit_rank, r.unit, r.score, m.score_with_more, m.score_with_less
    from ranking(of_quarter, of_rulebook) as r
    inner join moved as m on m.quarter = r.quarter and m.unit = r.unit
),

steps as (
    select
        quarter,
        unit_group,
        score,
        min(score_with_more) as lowest_with_more,
        max(score_with_less) as highest_with_less,
    from placed
    group by quarter, unit_group, score
),

neighbours as (
    select
        *,
        lag(score) over w as score_above,
        lag(lowest_with_more) over w as above_with_more,
        lead(score) over w as score_below,
        lead(highest_with_less) over w as below_with_less,
    from steps
    window w as (partition by quarter, unit_group order by score desc)
),

final as (
    select
        p.quarter,
        p.unit_group,
        p.unit,
        n.score_above - p.score as gap_above,
        p.score - n.score_below as gap_below,
        p.score_with_more,
        p.score_with_less,
        coalesce(p.score_with_less > n.score_above or n.above_with_more < p.score, false) as close_above,
        coalesce(p.score_with_more < n.score_below or n.below_with_less > p.score, false) as close_below,
    from placed as p
    inner join neighbours as n on n.quarter = p.quarter and n.unit_group = p.unit_group and n.score = p.score
)

select *
from final
