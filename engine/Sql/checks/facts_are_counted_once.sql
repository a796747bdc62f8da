-- facts_are_counted_once: no fact_number is in force twice
-- uses: stg_facts
select fact_number, count(*) as times
from stg_facts
group by fact_number
having count(*) > 1
