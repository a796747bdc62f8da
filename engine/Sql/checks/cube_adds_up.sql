-- cube_adds_up: the cube holds every finding once
-- uses: findings, finding_cube
-- note: findings are read one by one here, the cube is made of sums
select f.quarter, f.total, f.row_count, c.total as cube_total, c.row_count as cube_rows
from (select quarter, sum(finding_count) as total, count(*) as row_count from findings group by quarter) as f
full join (select quarter, sum(finding_count) as total, sum(row_count) as row_count from finding_cube group by quarter) as c
    on c.quarter = f.quarter
where f.total is distinct from c.total or f.row_count is distinct from c.row_count
