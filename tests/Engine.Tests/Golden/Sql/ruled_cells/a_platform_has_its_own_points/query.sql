-- By hand: on 抖音 0.5 points each; 微博, which the rulebook does not name, and no platform at all 1 point each.
select unit, platform, rule, finding_count, points, is_plain
from ruled_cells('2024Q4', null)
order by unit, platform
