-- raw_publications: published rankings (发布), kept as they were signed
-- uses:
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
