-- By hand: 98 three times: two findings go before four; of the two with two findings the town has an adopted item and goes
-- first. 97 is fourth.
select unit, score, unit_rank
from ranking('2024Q4', null)
where outcome = 'scored'
order by unit_rank
