-- By hand. 2024Q1: 47 is stated, neither platforms (40) nor units (5) come on top. 2024Q2: nothing stated; platforms 40, units
-- 3 + 1 + 2 = 6; they are two views of the same accounts, the fuller one is taken. 2024Q3: two different wholes are none, so
-- the units: 公安局 3 + 3 of two levels, 人社局 2 of which 1 is 抖音, together 8. 2024Q4: 47 said twice is 47.
select quarter, unit, value, numerator, denominator
from figure_values('newmedia_inspected_count')
order by quarter, unit
