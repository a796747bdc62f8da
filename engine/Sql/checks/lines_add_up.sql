-- lines_add_up: the lines of a unit add up to its score
-- uses: quarter_scores, quarter_lines
select s.quarter, s.unit, s.score, sum(l.points) as line_sum
from quarter_scores as s
left join quarter_lines as l on l.quarter = s.quarter and l.unit = s.unit
group by s.quarter, s.unit, s.score
having s.score is distinct from sum(l.points)
