-- By hand: (75 − 30) × 100 ÷ 75 = 60 exactly and passes; (75 − 31) × 100 ÷ 75 = 58.666… rounds to 58.666667 and fails;
-- (75 − 5) × 100 ÷ 75 = 93.333….
select unit, checked_points, earned_points, score, (select band from ranking('2024Q4', null) as r where r.unit = s.unit) as band
from unit_score('2024Q4', null) as s
where outcome = 'scored'
order by unit
