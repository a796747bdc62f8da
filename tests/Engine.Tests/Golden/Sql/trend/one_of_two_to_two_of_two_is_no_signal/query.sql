-- By hand, 公安局: 1/2, 2/2, 1/2, 2/2; p̄ = 6 ÷ 8 = 0.75; 3 × √(0.75 × 0.25 ÷ 2) = 0.918559, so the limits are 0 and 1
-- and 50 percentage points are no signal. 人社局: p̄ = 320 ÷ 400 = 0.8; 3 × √(0.8 × 0.2 ÷ 100) = 0.12, limits 0.68 and 0.92;
-- 0.5 is outside. Changes of rates are percentage points and have no percentage.
select
    unit, quarter, value, numerator, denominator, change, change_percent, change_unit, center_line, lower_limit, upper_limit,
    is_signal, is_usual_change
from (
    from trend('newmedia_pass_rate', 'gongan')
    union all
    from trend('newmedia_pass_rate', 'renshe')
)
order by unit, quarter
