-- By hand: a finding costs 1 point of 60. 12 findings leave 48 of 60 = 80 points and rank 2, 6 leave 54 of 60 = 90 and rank 1.
-- From rank 2 to 1 is −1: a smaller rank is better, one place gained. Four quarters, and still no limits.
select metric, quarter, value, change, change_percent, change_unit, center_line, is_signal, is_usual_change
from (
    from trend('unit_score', 'gongan')
    union all
    from trend('unit_rank', 'gongan')
)
order by metric, quarter
