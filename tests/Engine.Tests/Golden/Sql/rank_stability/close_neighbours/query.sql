-- By hand: 96, 95, 93.5, 93. The police with one finding more has 94, below 95: close to the next, and that one close to the
-- police. 95 with one link more is 94.5, above 93.5; 93.5 with one less is 94, below 95: not close. 93.5 with one more is 93,
-- level with 93 and not below: not close.
select unit, gap_above, gap_below, close_above, close_below
from rank_stability('2024Q4', null)
order by unit
