-- stg_facts: facts in force
-- uses: raw_facts, raw_combinations, stg_files
-- grain: one row per printed number
select
    f.fact_id,
    c.*,
    f.account,
    f.column_words,
    f.fact_count,
    f.words,
    f.location,
    f.found_on,
from raw_facts as f
inner join (select * from raw_combinations semi join stg_files using (batch_id, document)) as c
    on c.combination = f.combination
