-- By hand: links have a rule; new media has none; the guides' only rule does not apply to a unit without service.
select unit, channel, category, finding_count
from unscored_findings('2024Q4', null)
order by unit
