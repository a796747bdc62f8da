-- By hand, 2 points a finding and 0.5 a link: the centre 100, the police 100 − 4 − 0.5 = 95.5, two units 100 − 4.5 = 95.5 as
-- well, the town 100 − 16 = 84. One finding more costs the centre 0.5 (cheapest rule), the police 2, the others 0.5; one less
-- gives the police 2, the others 0.5, the town 2. 95.5 + 2 does not reach 100 and 84 + 2 not 95.5: nobody is close.
select unit, gap_above, gap_below, score_with_more, score_with_less, close_above, close_below
from rank_stability('2024Q4', null)
order by unit
