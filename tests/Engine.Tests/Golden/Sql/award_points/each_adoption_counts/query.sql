-- By hand: 35 × 5 = 175 and 3 × 10 = 30; 2 × 10 = 20 and 4 × 20 = 80.
select unit, target, hit_count, points_before_cap, points
from award_points('2024Q4', null)
order by unit, height
