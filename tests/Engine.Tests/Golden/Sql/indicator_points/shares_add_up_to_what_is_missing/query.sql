-- By hand: the centre has no outward service; its 20 points go to three others: floor6(20/3) = 6.666666, floor6(40/3) −
-- floor6(20/3) = 13.333333 − 6.666666 = 6.666667, 20 − 13.333333 = 6.666667, together 20.
select indicator, applies, is_exempt, share_points, cap_points, deducted_points
from indicator_points('2024Q4', null)
where unit = 'yuanlin'
order by sort_order
