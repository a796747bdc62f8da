-- sample_is_apart: no quarter holds sample and real facts together
-- uses: stg_facts
select quarter
from stg_facts
group by quarter
having bool_or(is_sample) and not bool_and(is_sample)
