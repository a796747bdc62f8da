-- By hand: 园林中心 was split off from 公安局 on 2024-07-01; 公安局 goes on with less. In both trends 2024Q3 is a break without a change;
-- 园林中心 shows 公安局 before the split (10, 12) but not after it.
select unit, quarter, source_unit, value, change, is_break
from (
    from trend('newmedia_finding_count', 'yuanlin')
    union all
    from trend('newmedia_finding_count', 'gongan')
)
order by unit, quarter
