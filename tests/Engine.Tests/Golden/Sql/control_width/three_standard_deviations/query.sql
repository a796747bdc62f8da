-- By hand: 3 × √4 = 6; 3 × √(0.8 × 0.2 ÷ 100) = 3 × 0.04 = 0.12; of a mean of 1 nothing spreads; scores have no chart.
select
    control_width('c', 4, null) as counts,
    round(control_width('p', 0.8, 100), 6) as rates,
    control_width('p', 1, 2) as all_passed,
    control_width(null, 4, 2) as scores
