-- By hand: 札萨克镇 became 人社局 (renamed) in 2024Q2, and 人社局 went into 公安局 on 2024-07-01. Before that the forerunners have rows
-- of their own, never added to 公安局: 1, then 4 (札萨克镇 in its own time, not the 2 that 人社局 has too early), then 3.
-- From 2024Q2 to 2024Q3 and from 2023Q3 to 2024Q3 no change is computed; from 2024Q3 to 2024Q4 it is −1.
select quarter, source_unit, value, change, year_change, is_break
from trend('newmedia_finding_count', 'gongan')
order by quarter, source_unit
