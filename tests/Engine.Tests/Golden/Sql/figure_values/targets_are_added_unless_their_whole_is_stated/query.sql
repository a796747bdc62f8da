-- By hand. 2024Q1: 52 to the city and 10 to the region are 62; the unit's 6 and 4 are among them. 28 of 52 were adopted; of the
-- region's 10 nothing is known. 2024Q2: 80 in all is stated, the city's 52 are among them.
select 'submitted' as metric, quarter, unit, value, numerator, denominator
from figure_values('submitted_count')
union all
select 'rate', quarter, unit, value, numerator, denominator
from figure_values('adoption_rate')
order by metric, quarter, unit
