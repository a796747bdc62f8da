-- By hand: n × 999.999999 = n × 1000 − n ÷ 1,000,000: 99,999,999,000 − 99.999999; 100,000,000,000 − 100; 1,000,000,000,000 − 1000.
select unit, hit_count, points_before_cap, points
from score_lines('2024Q4', null)
where kind = 'hit'
order by unit
