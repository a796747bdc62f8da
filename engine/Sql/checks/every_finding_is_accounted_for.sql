-- every_finding_is_accounted_for: what rules take, leave out and do not see adds up to what was found
-- uses: finding_cube, ruled_cells, rule_points, unscored_findings, unit_exemptions, quarters
with found as (
    select c.quarter, sum(c.finding_count) as finding_count
    from finding_cube as c
    inner join quarters as q on q.quarter = c.quarter
    where c.unit <> 'NONE' and q.rulebook is not null
    group by c.quarter
),

accounted as (
    select quarter, sum(finding_count) as finding_count
    from (
        select c.quarter, c.finding_count
        from ruled_cells(null, null) as c
        left join unit_exemptions as e on e.unit = c.unit and e.unit_function = c.unit_function
        where c.is_plain and e.unit is null
        union all
        select quarter, hit_count + excluded_count
        from rule_points(null, null)
        where kind = 'hit'
        union all
        select quarter, finding_count
        from unscored_findings(null, null)
    )
    group by quarter
)

select f.quarter, f.finding_count, a.finding_count as accounted_count
from found as f
left join accounted as a on a.quarter = f.quarter
where f.finding_count is distinct from a.finding_count
