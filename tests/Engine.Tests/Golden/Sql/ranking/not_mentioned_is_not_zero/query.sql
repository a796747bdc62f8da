-- By hand: 公安局 54 × 100 ÷ 60 = 90. 人社局 was checked and nothing was found: 100. The other three are neither named nor
-- covered: no score, no rank.
select unit_group, unit_rank, unit, score, outcome
from ranking('2024Q4', null)
order by group_order, unit_rank nulls last, sort_order
