-- By hand: the sums of the quarters above: 165, 185; 公安局 0 + 95 = 95 in two quarters, 人社局 95, 园林绿化中心 190. Bands are of a quarter.
select unit_group, unit_rank, unit, score, outcome, band, counted_count
from year_ranking(2024, null)
order by group_order, unit_rank nulls last, sort_order
