-- By hand: of the banner's 35 three were adopted by the city too: 32 × 5 = 160 and 3 × 10 = 30. Of the city's 2 all may be
-- among the region's 4: 0, and 4 × 20 = 80. At most 170 for the item: 160 + 10 of 30; at most 50 in all, so 50 + 0.
select unit, target, hit_count, points_before_cap, points
from award_points('2024Q4', null)
order by unit, height
