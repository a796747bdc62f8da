-- By hand: totals 10, –, 5, 7, 8 (the finding without a unit counts). 2024Q2 has no quarter before it; 2024Q4 is 2 under 2023Q4.
select quarter, value, change, year_change, change_unit
from trend('newmedia_finding_count', 'ALL')
order by quarter
