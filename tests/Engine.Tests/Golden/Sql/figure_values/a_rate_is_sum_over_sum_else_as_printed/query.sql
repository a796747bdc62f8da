-- By hand. 2024Q1: (9 + 1) ÷ (10 + 2) = 0.833333; 园林中心 states no passed, so its 50 stay out; the printed 75 % gives way to the
-- parts. 2024Q2: only printed. 2024Q3: 超过95% is a bound, no value. 2024Q4: 0 of 0 has no rate.
select quarter, unit, value, numerator, denominator
from figure_values('website_pass_rate')
order by quarter, unit
