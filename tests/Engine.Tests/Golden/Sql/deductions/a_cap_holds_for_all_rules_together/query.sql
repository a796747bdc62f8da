-- By hand: 8 × 1 and 12 links in started fives 3 × 1 are 11 points, capped at 10; one link is one started five. The centre has no
-- service, so that its guides take nothing.
select unit, indicator, hit_count, points_micro, cap_micro, deducted_micro
from deductions('2024Q4', null)
order by unit
