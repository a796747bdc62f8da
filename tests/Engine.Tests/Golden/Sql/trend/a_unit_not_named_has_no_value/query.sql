-- By hand: 人社局 was checked in 2024Q3 and nothing found: 0, then 2. 红庆河镇 is never named: no value at all.
-- Scores: 60 of 60 is 100, then 58 × 100 ÷ 60 = 96.666667; its rank falls from 1 to 1 (公安局 is lower both times).
select metric, unit, quarter, value, change
from (
    from trend('newmedia_finding_count', 'renshe')
    union all
    from trend('newmedia_finding_count', 'hongqinghe')
    union all
    from trend('unit_score', 'renshe')
    union all
    from trend('unit_rank', 'renshe')
)
order by metric, unit, quarter
