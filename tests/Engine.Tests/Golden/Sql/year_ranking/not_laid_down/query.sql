-- The rulebook says nothing of years: what was counted stands there, and nothing is combined.
select distinct unit_rank, score, outcome, band
from year_ranking(2024, null)
