-- stg_combinations: combinations of the files in force, with what their facts add up to
-- uses: raw_combinations, raw_facts, stg_files
-- grain: one row per combination
-- note: one number to group a row by instead of a dozen codes: what only adds up starts here
with added as (
    select combination, count(*) as fact_rows, count(fact_count) as counted_rows, sum(fact_count) as fact_count
    from raw_facts
    group by combination
)

select c.*, a.fact_rows, a.counted_rows, a.fact_count
from raw_combinations as c
inner join added as a on a.combination = c.combination
semi join stg_files as f on f.batch_id = c.batch_id and f.document = c.document
