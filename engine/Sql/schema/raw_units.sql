-- raw_units: the unit registry (单位) as in data/reference/units.csv and unit_aliases.csv
-- uses:
create table if not exists raw_units (
    unit varchar primary key,
    unit_name varchar not null,
    short_name varchar not null,
    unit_group varchar not null check (unit_group in ('town', 'department', 'institution')),
    sort_order integer not null
);
create table if not exists raw_unit_aliases (
    alias varchar not null,
    unit varchar not null,
    valid_from date,
    valid_to date,
    source varchar
);
create table if not exists raw_unit_exemptions (
    unit varchar not null,
    unit_function varchar not null,
    primary key (unit, unit_function)
);
