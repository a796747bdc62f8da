-- By hand: the four sample quarters have c̄ = (1 + 1 + 1 + 13) ÷ 4 = 4 and limits 4 ± 3 × √4, so −2 → 0 and 10; 13 is outside.
-- The two real quarters are too few for limits, and neither change goes across the seam.
select quarter, value, change, change_percent, year_change, center_line, lower_limit, upper_limit, is_signal, is_usual_change, is_sample
from trend('website_finding_count', 'ALL')
order by quarter
