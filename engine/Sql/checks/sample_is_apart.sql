-- sample_is_apart: no quarter holds sample and real facts together
-- uses: stg_combinations
select quarter
from stg_combinations
group by quarter
having bool_or(is_sample) and not bool_and(is_sample)
