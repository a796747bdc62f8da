-- By hand: (1 + 3) ÷ (3 + 7) = 0.4, not the mean of 1/3 and 3/7; 园林绿化中心 states no adoption, so its 5 stay out of the rate.
-- Nothing submitted has no rate.
select quarter, submitted_count, adopted_count, adoption_rate
from adoption_rate(null)
order by quarter
