-- to_version_five: what facts have in common is kept once, in raw_combinations
-- uses:   raw_facts, raw_combinations
-- note:   a million rows of a table share some ten thousand combinations; ids of facts stay what they were
alter table raw_facts rename to raw_facts_four;
create temp table numbered as
select
    * exclude (fact_id, location),
    cast('0x' || fact_id as ubigint) as fact_number,
    case when location similar to '.*第[1-9][0-9]{0,8}行' then regexp_extract(location, '^(.*)第[0-9]+行$', 1) else location end
        as place,
    case when location similar to '.*第[1-9][0-9]{0,8}行' then cast(regexp_extract(location, '第([0-9]+)行$', 1) as integer) end
        as row_number,
    dense_rank() over (
        order by
            batch_id, document, is_sample, source_kind, quarter, period, channel, measure, unit, unit_words, group_words,
            platform, account, category, category_words, column_words, target, target_words, level, level_words, is_total, is_implied, numerator,
            denominator, rate_percent, change_value, stated_unit, basis, comparator, score, printed_rank, span_start,
            span_end, place
    ) as combination,
from raw_facts_four;
create table raw_combinations (
    combination bigint not null,
    source_kind source_code,
    quarter varchar not null,
    period varchar not null,
    channel channel_code not null,
    measure varchar not null,
    unit varchar not null,
    unit_words varchar,
    group_words varchar,
    platform varchar not null,
    account varchar not null,
    category varchar not null,
    category_words varchar,
    column_words varchar,
    target level_code not null,
    target_words varchar,
    level level_code not null,
    level_words varchar,
    is_total boolean not null,
    is_implied boolean not null,
    numerator decimal(18, 2),
    denominator decimal(18, 2),
    rate_percent decimal(18, 6) check (rate_percent is null or rate_percent between 0 and 100),
    change_value decimal(18, 6),
    stated_unit varchar,
    basis varchar,
    comparator varchar,
    score decimal(18, 6),
    printed_rank integer,
    span_start integer not null,
    span_end integer not null,
    place varchar not null,
    document varchar not null,
    is_sample boolean not null,
    batch_id bigint not null
);
insert into raw_combinations by name
select distinct * exclude (fact_number, fact_count, words, row_number, found_on) from numbered;
create table raw_facts (
    fact_number ubigint not null,
    combination bigint not null,
    fact_count decimal(18, 2) check (fact_count is null or fact_count between 0 and 1000000000),
    words varchar not null,
    row_number integer,
    found_on date
);
insert into raw_facts by name
select fact_number, combination, fact_count, words, row_number, found_on from numbered;
drop table numbered;
drop table raw_facts_four;
