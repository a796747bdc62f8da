-- append_facts: the rows of a file, joined to what many of them have in common
-- uses:   raw_facts
-- note:   load_rows and load_combinations are temporary tables of the loader. The id is the natural key of a fact (document,
--         quarter, channel, measure, unit, platform, account, category, column, level, target, and the words of a table's
--         row) with its number among equals: a corrected copy of the document keeps it
insert into raw_facts by name
with combined as (
    select
        *,
        -- Once per combination, not once per row.
        md5(concat_ws(
            '|', $key, quarter, channel, measure, unit, coalesce(platform, ''), coalesce(category_words, ''),
            coalesce(level_words, ''), coalesce(target_words, ''), is_total
        )) as combination_key,
    from load_combinations
)

select
    left(
        md5(concat_ws(
            '|', c.combination_key, r.account, coalesce(r.column_words, ''),
            case when c.source_kind <> 'notice' then r.words else '' end, r.occurrence
        )),
        16
    ) as fact_id,
    c.* exclude (combination, combination_key),
    r.account,
    r.column_words,
    r.fact_count,
    r.words,
    r.location,
    r.found_on,
    $document as document,
    $sample as is_sample,
    $batch as batch_id,
from load_rows as r
inner join combined as c on c.combination = r.combination
