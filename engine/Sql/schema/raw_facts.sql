-- raw_facts: every number a source states; what it shares with others stands in raw_combinations
-- uses: types, raw_combinations
create table if not exists raw_facts (
    fact_id varchar not null,
    combination bigint not null,
    account varchar not null,
    column_words varchar,
    fact_count decimal(18, 2) check (fact_count is null or fact_count between 0 and 1000000000),
    words varchar not null,
    row_number integer,
    found_on date
);
