-- raw_unit_successions: which unit came after which, as in data/reference/unit_successions.csv
-- uses:
create table if not exists raw_unit_successions (
    old_unit varchar not null,
    new_unit varchar not null,
    kind varchar not null check (kind in ('rename', 'merge', 'split')),
    succeeded_on date not null,
    source varchar not null,
    primary key (old_unit, new_unit)
);
