-- By hand: the police's 部门动态 is blank and not counted again as stale; 通知公告 is, twice × 1 point. The other unit's column
-- of the same name is another column: 1 point. Blank columns are a plain rule, worked out cell by cell.
select unit, rule, hit_count, excluded_count, points_before_cap
from rule_points('2024Q4', null)
order by unit, rule
