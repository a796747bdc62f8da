-- By hand: 28 ÷ 52 = 0.5384615…; against 10 ÷ 20 = 0.5 that is 3.8462 percentage points. What the notice states stands beside it.
select
    quarter, target, submitted_count, adopted_count, pushed_count, adoption_rate, stated_rate, change_pp, stated_change,
    stated_change_unit, stated_change_basis
from adoption_rate(null)
order by quarter, target
