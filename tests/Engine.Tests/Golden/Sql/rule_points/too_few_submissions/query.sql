-- By hand: the police handed in 0: 零报送 takes 5 and 少于 3 条 takes 2. The other office handed in 2 + 1 = 3: nothing. For the
-- town no submitted count is known, only adopted ones: not stated takes nothing.
select unit, rule, points_before_cap
from rule_points('2024Q4', null)
order by unit, rule
