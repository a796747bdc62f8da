-- rules_reach_every_finding: a finding in a channel that a rulebook scores has points in that rulebook
-- uses: finding_cube, rulebook_indicators, rulebook_rules
select c.quarter, c.unit, c.channel, c.category, c.level, i.rulebook
from finding_cube as c
inner join rulebook_indicators as i on i.channel = c.channel
left join rulebook_rules as r
    on r.rulebook = i.rulebook and r.channel = c.channel and r.category = c.category and r.level = c.level
where r.rulebook is null
