-- stg_facts: facts in force
-- uses: raw_facts, raw_combinations, stg_files
-- grain: one row per printed number
-- note: the place of a row of a table is its sheet and its number, so that a million rows need no million texts
select
    printf('%016x', f.fact_number) as fact_id,
    f.fact_number,
    c.* exclude (place),
    f.fact_count,
    f.words,
    case when f.row_number is null then c.place else concat(c.place, '第', f.row_number, '行') end as location,
    f.found_on,
from raw_facts as f
inner join (select * from raw_combinations semi join stg_files using (batch_id, document)) as c
    on c.combination = f.combination
