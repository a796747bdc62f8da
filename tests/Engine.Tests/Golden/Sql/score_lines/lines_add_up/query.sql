-- By hand: 100 − 40 (website not checked) − 18 = 42 of 60 points, converted to 70 by + 28. 82 findings would take 82, the cap
-- of 60 leaves 22 out: 100 − 40 − 60 = 0.
select unit, kind, rule, hit_count, points_per_hit, points_before_cap, capped_points, points
from score_lines('2024Q4', null)
order by unit, line_order
