-- raw_facts: every number a source states; what it shares with others stands in raw_combinations
-- uses: types, raw_combinations
-- note: fact_number is the fact's id as a number, which is written in hexadecimal
create table if not exists raw_facts (
    fact_number ubigint not null,
    combination bigint not null,
    fact_count decimal(18, 2) check (fact_count is null or fact_count between 0 and 1000000000),
    words varchar not null,
    row_number integer,
    found_on date
);
