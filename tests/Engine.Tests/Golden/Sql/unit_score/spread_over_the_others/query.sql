-- By hand: shares of the 20 service points make the cap of the content 36.67; 12 findings take 12: 100 − 12 = 88.
select unit, outcome, score
from unit_score('2024Q4', null)
where unit = 'yuanlin'
