-- By hand: 35 × 5 + 3 × 10 = 205. The other office handed in nothing: 0 − 20 for it. The town has no figures: not ranked.
select unit, outcome, score
from unit_score('2024Q4', null)
where unit in ('gongan', 'renshe', 'hongqinghe')
order by unit
