-- By hand: 100 − 40 (website not checked) − 18 = 42, converted to 70 by + 28. 100 − 40 − 82 + 22 (over the cap of 60) = 0.
select unit, line_number, kind, hit_count, points_per_hit, points, words
from score_lines('2024Q4', null)
order by unit, line_number
