-- By hand: 公安局 3 × 2 (region) + 2 × 0.5 + 4 × 0.5 = 9 of 40, new media clean: 31 + 60 = 91.
-- 人社局 100 × 2 = 200, capped at 30: 10 + 60 = 70.
select unit, checked_points, earned_points, score
from unit_score('2024Q4', null)
where outcome = 'scored'
order by unit
