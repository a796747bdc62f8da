-- By hand: blank and stale together are five (3 + 2): a veto; four are not. A veto on new media counts, the one on a website
-- does not, because this rulebook asks for new media.
select unit, rule, outcome, at_most_points, hit_count
from veto_hits('2024Q4', null)
order by unit
