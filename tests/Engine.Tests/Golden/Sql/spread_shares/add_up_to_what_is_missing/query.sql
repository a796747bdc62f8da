-- By hand: 20 points over three: floor6(20/3) = 6.666666, 13.333333 − 6.666666 = 6.666667, 20 − 13.333333 = 6.666667.
select indicator, share_points
from spread_shares('2024Q4', null)
where unit = 'yuanlin'
order by indicator
