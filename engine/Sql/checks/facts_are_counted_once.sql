-- facts_are_counted_once: no fact id is in force twice
-- uses: stg_facts
select fact_id, count(*) as times
from stg_facts
group by fact_id
having count(*) > 1
