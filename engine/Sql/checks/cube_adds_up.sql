-- cube_adds_up: the cube holds every finding once
-- uses: findings, finding_cube
select f.quarter, f.total, c.total as cube_total
from (select quarter, sum(finding_count) as total from findings group by quarter) as f
full join (select quarter, sum(finding_count) as total from finding_cube group by quarter) as c
    on c.quarter = f.quarter
where f.total is distinct from c.total
