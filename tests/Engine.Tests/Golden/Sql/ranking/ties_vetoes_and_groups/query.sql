-- By hand: new media counts 1 point a finding of 60, website was not checked, so earned × 100 ÷ 60.
-- 18 findings: 42 × 100 ÷ 60 = 70. 82 findings: capped at 60, nothing left. 3 findings: 57 × 100 ÷ 60 = 95, twice, so the
-- next place is 3. The veto has no score and the last place.
select unit_group, unit_rank, unit, score, outcome, band, finding_count, veto_count
from ranking('2024Q4', null)
order by group_order, unit_rank, sort_order
