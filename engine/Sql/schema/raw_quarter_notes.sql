-- raw_quarter_notes: what the office wrote down about a quarter (季度注记), as in data/reference/quarter_notes.csv
-- uses:
create table if not exists raw_quarter_notes (
    quarter varchar not null,
    note varchar not null,
    source varchar not null
);
