-- raw_calendar: days off and worked weekends (节假日与调休) as in data/reference/calendar
-- uses:
create table if not exists raw_calendar (
    day date primary key,
    kind varchar not null check (kind in ('off', 'work')),
    day_name varchar not null,
    source varchar not null
);
