-- By hand: 4 on 抖音 × 0.5 = 2; 4 on 微博, which the rulebook does not name, × 1 = 4; 4 without a platform × 1 = 4.
select unit, rule, hit_count, points_before_cap
from rule_points('2024Q4', null)
order by unit, rule
