-- By hand, a point for every five links or part of them: 7 → 2, 5 → 1; 3 of the banner and 3 of the city are 6 → 2.
select unit, rule, hit_count, per_count, points_before_cap
from rule_points('2024Q4', null)
order by unit
