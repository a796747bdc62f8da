-- The tables of a warehouse of version 2, with a document, its corrected copy and a notice.
create type if not exists channel_code as enum ('website', 'newmedia', 'openness', 'request', 'submission', 'interaction', 'NONE');
create type if not exists level_code as enum ('state', 'region', 'city', 'banner', 'NONE');
create table if not exists raw_batches (
    batch_id bigint primary key,
    loaded_at timestamp not null,
    loaded_by varchar not null
);
create table if not exists raw_files (
    batch_id bigint not null,
    document varchar not null,
    document_key varchar not null,
    kind varchar not null check (kind in ('notice', 'facts')),
    file_name varchar not null,
    sha256 varchar not null check (length(sha256) = 64),
    quarters varchar not null,
    fact_count bigint not null check (fact_count >= 0),
    is_sample boolean not null,
    ended_by bigint
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
    ended_by bigint
);
create table if not exists raw_notices (
    document varchar not null,
    number varchar,
    title varchar,
    issuer varchar,
    issued_on date,
    quarter varchar not null,
    unrecognised_count bigint not null,
    batch_id bigint not null,
    ended_by bigint
);
create table if not exists raw_coverage (
    quarter varchar not null,
    channel channel_code not null,
    unit varchar not null,
    scope varchar not null,
    account_count bigint,
    state varchar not null check (state in ('proposed', 'confirmed')),
    words varchar not null,
    document varchar not null,
    is_sample boolean not null,
    batch_id bigint not null,
    ended_by bigint
);
create table if not exists raw_discrepancies (
    discrepancy_id varchar not null,
    quarter varchar not null,
    document varchar not null,
    code varchar not null,
    severity varchar not null check (severity in ('error', 'doubtful', 'style')),
    stated decimal(18, 6),
    computed decimal(18, 6),
    message varchar not null,
    words varchar not null,
    location varchar not null,
    span_start integer not null,
    span_end integer not null,
    batch_id bigint not null,
    ended_by bigint
);
create table if not exists raw_settings (
    name varchar primary key,
    value varchar not null
);
create table if not exists raw_units (
    unit varchar primary key,
    unit_name varchar not null,
    short_name varchar not null,
    unit_group varchar not null check (unit_group in ('town', 'department', 'institution')),
    sort_order integer not null
);
create table if not exists raw_unit_aliases (
    alias varchar primary key,
    unit varchar not null
);
create table if not exists raw_unit_exemptions (
    unit varchar not null,
    unit_function varchar not null,
    primary key (unit, unit_function)
);
create table if not exists raw_unit_successions (
    old_unit varchar not null,
    new_unit varchar not null,
    kind varchar not null check (kind in ('rename', 'merge', 'split')),
    succeeded_on date not null,
    source varchar not null,
    primary key (old_unit, new_unit)
);
create table if not exists raw_categories (
    category varchar primary key,
    channel varchar not null,
    category_name varchar not null,
    sort_order integer not null
);
create table if not exists raw_publications (
    publication bigint primary key,
    quarter varchar not null,
    rulebook varchar not null,
    rulebook_sha256 varchar not null,
    last_batch bigint not null,
    published_at timestamp not null,
    published_by varchar not null
);
create table if not exists raw_published_ranks (
    publication bigint not null,
    unit varchar not null,
    unit_name varchar not null,
    unit_group varchar not null,
    unit_rank integer,
    score decimal(24, 6),
    outcome varchar not null,
    band varchar,
    finding_count bigint not null,
    veto_count bigint not null,
    primary key (publication, unit)
);
create table if not exists raw_rulebooks (
    rulebook varchar primary key,
    title varchar not null,
    source varchar not null,
    is_confirmed boolean not null,
    is_default boolean not null,
    effective_from date not null,
    effective_to date,
    kind varchar not null check (kind in ('deduction', 'additive')),
    base_points decimal(18, 6) not null,
    unallocated_points decimal(18, 6) not null,
    bonus_above decimal(18, 6),
    bonus_cap decimal(18, 6),
    has_bonus boolean not null,
    rebase varchar not null check (rebase in ('none', 'scale', 'spread')),
    rank_order varchar not null check (rank_order in ('desc', 'asc')),
    tie_1 varchar,
    tie_2 varchar,
    tie_3 varchar,
    gaps varchar[] not null,
    notes varchar[] not null,
    sha256 varchar not null,
    content varchar not null,
    published_at timestamp not null,
    published_by varchar not null
);
create table if not exists raw_rulebook_indicators (
    rulebook varchar not null,
    indicator varchar not null,
    indicator_title varchar not null,
    channel channel_code not null,
    full_points decimal(18, 6) check (full_points is null or full_points > 0),
    cap_points decimal(18, 6),
    unit_function varchar not null,
    is_confirmed boolean not null,
    source varchar,
    sort_order integer not null,
    primary key (rulebook, indicator),
    check (cap_points is null or cap_points between 0 and coalesce(full_points, cap_points))
);
create table if not exists raw_rulebook_hits (
    rulebook varchar not null,
    rule varchar not null,
    indicator varchar not null,
    rule_order integer not null,
    category varchar,
    level varchar,
    platform varchar,
    points decimal(18, 6) check (points is null or points >= 0),
    per_count integer not null check (per_count > 0),
    unless_also varchar[] not null,
    is_confirmed boolean not null,
    primary key (rulebook, rule)
);
create table if not exists raw_rulebook_cells (
    rulebook varchar not null,
    channel channel_code not null,
    category varchar not null,
    level level_code not null,
    platform varchar not null,
    rule varchar not null,
    primary key (rulebook, channel, category, level, platform)
);
create table if not exists raw_rulebook_quotas (
    rulebook varchar not null,
    rule varchar not null,
    indicator varchar not null,
    rule_order integer not null,
    rule_title varchar not null,
    measure varchar not null check (measure in ('submitted', 'adopted', 'pushed')),
    target varchar,
    at_least bigint not null,
    points decimal(18, 6) check (points is null or points >= 0),
    is_confirmed boolean not null,
    primary key (rulebook, rule)
);
create table if not exists raw_rulebook_awards (
    rulebook varchar not null,
    rule varchar not null,
    rule_title varchar not null,
    rule_order integer not null,
    measure varchar not null check (measure in ('submitted', 'adopted', 'pushed')),
    target level_code not null,
    points decimal(18, 6) check (points is null or points >= 0),
    counting varchar not null check (counting in ('each', 'highest')),
    cap_points decimal(18, 6),
    is_confirmed boolean not null,
    source varchar,
    primary key (rulebook, rule, target)
);
create table if not exists raw_rulebook_vetoes (
    rulebook varchar not null,
    rule varchar not null,
    rule_title varchar not null,
    rule_order integer not null,
    outcome varchar not null check (outcome in ('fail', 'atMost')),
    at_most_points decimal(18, 6),
    channel varchar,
    level varchar,
    platform varchar,
    categories varchar[] not null,
    at_least integer,
    is_confirmed boolean not null,
    source varchar,
    primary key (rulebook, rule)
);
create table if not exists raw_rulebook_bands (
    rulebook varchar not null,
    band varchar not null,
    from_score decimal(18, 6) not null,
    primary key (rulebook, band)
);
create table if not exists raw_rulebook_groups (
    rulebook varchar not null,
    unit_group varchar not null,
    ranked_group varchar not null,
    group_title varchar not null,
    group_order integer not null,
    primary key (rulebook, unit_group)
);

insert into raw_settings values ('schema_version', '2'), ('sql_sha256', 'old'), ('reference_sha256', 'old');
insert into raw_batches values (1, timestamp '2025-01-10 02:00:00', '张三'), (2, timestamp '2025-01-11 02:00:00', '李四'), (3, timestamp '2025-01-12 02:00:00', '张三');
insert into raw_files values
    (1, 'table-11111111', 'table:a.csv', 'facts', 'a.csv', repeat('a', 64), '2024Q4', 1, false, 2),
    (2, 'table-11111111', 'table:a.csv', 'facts', 'a.csv', repeat('b', 64), '2024Q4', 1, false, null),
    (3, 'notice-22222222', 'notice:1号', 'notice', '1号.txt', repeat('c', 64), '2024Q4', 1, false, null);
insert into raw_notices values ('notice-22222222', '1号', '通报', null, null, '2024Q4', 0, 3, null);
insert into raw_facts by name
select
    v.fact_id, '2024Q4' as quarter, '2024Q4' as period, v.channel, 'issues' as measure, 'gongan' as unit,
    '公安局' as unit_words, 'NONE' as platform, 'NONE' as account, 'NONE' as category, 'NONE' as target, 'banner' as level,
    '旗' as level_words, false as is_total, false as is_implied, v.fact_count, '' as words, '第1行' as location,
    0 as span_start, 0 as span_end, v.document, false as is_sample, v.batch_id, v.ended_by
from (
    values
        ('aaaaaaaaaaaa', 'newmedia', 1, 'table-11111111', 1, 2),
        ('aaaaaaaaaaaa', 'newmedia', 4, 'table-11111111', 2, null),
        ('bbbbbbbbbbbb', 'website', 6, 'notice-22222222', 3, null)
) as v (fact_id, channel, fact_count, document, batch_id, ended_by);
