-- raw_rulebooks: scoring rules (评分规则) as in data/rulebooks, one row for each thing a rulebook says
-- uses: types
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
