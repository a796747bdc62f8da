-- The tables of a warehouse of version 4 that version 5 changes, with a table of findings; two of its rows are alike.
create type if not exists channel_code as enum ('website', 'newmedia', 'openness', 'request', 'submission', 'interaction', 'NONE');
create type if not exists level_code as enum ('state', 'region', 'city', 'banner', 'NONE');
create type if not exists source_code as enum ('notice', 'facts', 'findings', 'counts', 'submissions', 'accounts', 'requests');
create table if not exists raw_batches (
    batch_id bigint primary key,
    loaded_at timestamp not null,
    loaded_by varchar not null,
    kind varchar default 'load',
    reverts bigint
);
create table if not exists raw_files (
    batch_id bigint not null,
    document varchar not null,
    document_key varchar not null,
    kind varchar not null,
    file_name varchar not null,
    sha256 varchar not null check (length(sha256) = 64),
    quarters varchar not null,
    fact_count bigint not null check (fact_count >= 0),
    is_sample boolean not null,
    ended_by bigint,
    row_count bigint default 0,
    refused_count bigint default 0,
    request_count bigint default 0,
    account_count bigint default 0,
    mapping varchar
);
create table if not exists raw_facts (
    fact_id varchar not null,
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
    fact_count decimal(18, 2) check (fact_count is null or fact_count between 0 and 1000000000),
    numerator decimal(18, 2),
    denominator decimal(18, 2),
    rate_percent decimal(18, 6) check (rate_percent is null or rate_percent between 0 and 100),
    change_value decimal(18, 6),
    stated_unit varchar,
    basis varchar,
    comparator varchar,
    score decimal(18, 6),
    printed_rank integer,
    words varchar not null,
    location varchar not null,
    span_start integer not null,
    span_end integer not null,
    document varchar not null,
    is_sample boolean not null,
    batch_id bigint not null,
    found_on date,
    source_kind source_code
);
create table if not exists raw_settings (
    name varchar primary key,
    value varchar not null
);

insert into raw_settings values ('schema_version', '4'), ('sql_sha256', 'old'), ('reference_sha256', 'old');
insert into raw_batches values (1, timestamp '2025-01-10 02:00:00', '张三', 'load', null);
insert into raw_files by name
select
    1 as batch_id, 'table-' || left(sha256('table:问题清单.csv'), 8) as document, 'table:问题清单.csv' as document_key,
    'findings' as kind, '问题清单.csv' as file_name, repeat('a', 64) as sha256, '2024Q4' as quarters, 3 as fact_count,
    false as is_sample, 3 as row_count, 0 as refused_count, 0 as request_count, 0 as account_count;
insert into raw_facts by name
select
    left(
        md5(concat_ws(
            '|',
            md5(concat_ws(
                '|', 'table:问题清单.csv', '2024Q4', 'website', 'issues', v.unit, 'NONE', '错链', '旗', '', false
            )),
            'NONE', '', v.words, v.occurrence
        )),
        16
    ) as fact_id,
    '2024Q4' as quarter, '2024Q4' as period, 'website' as channel, 'issues' as measure, v.unit, v.unit_words,
    'NONE' as platform, 'NONE' as account, 'W-LINK' as category, '错链' as category_words, 'NONE' as target,
    'banner' as level, '旗' as level_words, false as is_total, false as is_implied, 1 as fact_count, v.words,
    '问题清单!第' || v.row_number || '行' as location, 0 as span_start, 0 as span_end,
    'table-' || left(sha256('table:问题清单.csv'), 8) as document, false as is_sample, 1 as batch_id,
    date '2024-11-05' as found_on, 'findings' as source_kind
from (
    values
        ('gongan', '公安局', '首页链接打不开', 1, 2),
        ('gongan', '公安局', '首页链接打不开', 2, 3),
        ('renshe', '人社局', '友情链接已失效', 1, 4)
) as v (unit, unit_words, words, occurrence, row_number);
