-- By hand: 100 − 20 = 80 is not above 80, no bonus; 100 − 19 = 81 is, 4 × 10 = 40 is cut at 30: 111. 100 − 40 = 60 passes,
-- 100 − 40 − 0.01 = 59.99 does not. 100 − 5 = 95 opens the bonus: 125, but a veto leaves 59.
select s.unit, s.score_before_bonus, s.is_bonus_open, s.bonus_points, s.score, r.band
from unit_score('2024Q4', null) as s
inner join ranking('2024Q4', null) as r on r.unit = s.unit
order by s.unit
