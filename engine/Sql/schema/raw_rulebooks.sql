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
    base_points decimal(18, 6) not null,
    veto_outcome varchar not null check (veto_outcome in ('fail')),
    sha256 varchar not null
);
create table if not exists raw_rulebook_indicators (
    rulebook varchar not null,
    indicator varchar not null,
    indicator_title varchar not null,
    channel channel_code not null,
    full_points decimal(18, 6) not null check (full_points > 0),
    cap_points decimal(18, 6) not null,
    sort_order integer not null,
    primary key (rulebook, indicator),
    check (cap_points between 0 and full_points)
);
create table if not exists raw_rulebook_rules (
    rulebook varchar not null,
    indicator varchar not null,
    channel channel_code not null,
    category varchar not null,
    level level_code not null,
    points_per_hit decimal(18, 6) not null check (points_per_hit >= 0),
    is_confirmed boolean not null,
    primary key (rulebook, channel, category, level)
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
