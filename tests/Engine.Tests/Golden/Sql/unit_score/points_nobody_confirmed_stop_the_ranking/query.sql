-- By hand: the points of links are not confirmed, so nobody is scored; a veto is still a veto.
select s.unit, s.outcome, s.score, r.unit_rank, r.band
from unit_score('2024Q4', null) as s
inner join ranking('2024Q4', null) as r on r.unit = s.unit
where s.unit in ('gongan', 'renshe')
order by s.unit
