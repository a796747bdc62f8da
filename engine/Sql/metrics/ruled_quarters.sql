-- ruled_quarters(of_quarter, of_rulebook): 各季度所用的规则
-- uses:   quarters, rulebooks
-- grain:  one row per quarter
-- nulls:  of_quarter null means every quarter, of_rulebook null each quarter's own rulebook; no rows for a rulebook that does not exist
-- note:   a macro and not a CTE that is read several times: such a CTE keeps DuckDB from leaving out columns nobody asks for
with final as (
    select q.quarter, q.is_sample, r.*
    from quarters as q
    inner join rulebooks as r on r.rulebook = coalesce(of_rulebook, q.rulebook)
    where of_quarter is null or q.quarter = of_quarter
)

select *
from final
