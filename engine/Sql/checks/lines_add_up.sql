-- lines_add_up: the lines of a unit add up to its score
-- uses: unit_score, score_lines
select s.quarter, s.unit, s.score, sum(l.points) as line_sum
from unit_score(null, null) as s
left join score_lines(null, null) as l on l.quarter = s.quarter and l.unit = s.unit
group by s.quarter, s.unit, s.score
having s.score is distinct from sum(l.points)
