-- By hand: blank is counted, the same column as stale is not; the centre has no service, so that its guides do not count; the
-- rulebook has no rule for new media.
select unit, category, rule, is_counted, excluded_subject, finding_count
from line_findings('2024Q4', null)
order by unit, category
