-- temporary_rows: where the loader puts a file's rows before they are joined
-- uses:   types
create or replace temp table load_rows (
    combination integer,
    occurrence integer,
    account varchar,
    column_words varchar,
    words varchar,
    location varchar,
    fact_count bigint,
    found_on date
);
create or replace temp table load_combinations (
    combination integer,
    source_kind source_code,
    quarter varchar,
    period varchar,
    channel channel_code,
    measure varchar,
    unit varchar,
    unit_words varchar,
    group_words varchar,
    platform varchar,
    category varchar,
    category_words varchar,
    target level_code,
    target_words varchar,
    level level_code,
    level_words varchar,
    is_total boolean,
    is_implied boolean,
    numerator decimal(18, 2),
    denominator decimal(18, 2),
    rate_percent decimal(18, 6),
    change_value decimal(18, 6),
    stated_unit varchar,
    basis varchar,
    comparator varchar,
    score decimal(18, 6),
    printed_rank integer,
    span_start integer,
    span_end integer
);
