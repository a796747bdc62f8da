-- raw_unit_initials: the initials of units' names in pinyin (拼音首字母) as in data/reference/units.csv
-- uses:
create table if not exists raw_unit_initials (
    unit varchar primary key,
    pinyin varchar not null
);
