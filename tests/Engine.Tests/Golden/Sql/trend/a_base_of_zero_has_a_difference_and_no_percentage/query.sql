-- By hand: 3, 0 (checked, nothing found), 4, 6, 3. 0 is 3 less than 3: −100 %. From 0 to 4 is 4 more and no percentage.
-- From 4 to 6 is +50 %, from 6 to 3 −50 %. 2024Q4 equals 2023Q4: 0 and 0 %.
-- Limits: c̄ = 16 ÷ 5 = 3.2; 3 × √3.2 = 3 × 1.788854382 = 5.366563; 3.2 − 5.37 is under 0, so 0; 8.566563 above.
select quarter, value, change, change_percent, year_change, year_change_percent, center_line, lower_limit, upper_limit, is_signal
from trend('newmedia_finding_count', 'gongan')
order by quarter
