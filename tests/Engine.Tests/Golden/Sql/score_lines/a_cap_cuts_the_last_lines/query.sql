-- By hand: 100 − 8 for eight findings; the links' 3 points are cut to the 2 that the cap of 10 leaves. 1 for one link.
-- The centre's three guides are not measured, and 20 of its 100 points fall away: 80 of 80 are 100.
select unit, kind, rule, category, hit_count, points_before_cap, capped_points, points
from score_lines('2024Q4', null)
order by unit, line_order, category
