-- By hand: 札萨克镇 was renamed 红庆河镇 on 2024-08-15, in 2024Q3. One series 5, 7, 8, 6 with changes across the renaming, whose
-- first quarter is marked; limits over all four: c̄ = 26 ÷ 4 = 6.5; 3 × √6.5 = 7.648529; above 14.148529, below 0.
-- The old unit's own trend ends.
select unit, quarter, source_unit, value, change, change_percent, is_break, center_line, lower_limit, upper_limit
from (
    from trend('newmedia_finding_count', 'hongqinghe')
    union all
    from trend('newmedia_finding_count', 'zhasake')
)
order by unit, quarter
