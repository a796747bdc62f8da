-- By hand: (60 - findings) × 100 ÷ 60 a quarter: 18: 70; 3: 95; 82: 0; 6: 90.
-- 红庆河镇 (70 + 95) ÷ 2 = 82.5; 札萨克镇 (0 + 90 + 95) ÷ 3 = 61.666667; 园林绿化中心 95 twice. 公安局 was vetoed in one quarter: 不合格, after
-- all others. 人社局 counts in one quarter of two and has no rank. 2025 is another year.
select unit_group, unit_rank, unit, score, outcome, band, counted_count, finding_count, veto_count
from year_ranking(2024, null)
order by group_order, unit_rank nulls last, sort_order
