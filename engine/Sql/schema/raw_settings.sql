-- raw_settings: what the warehouse knows of itself (schema version, hash of the reference files)
-- uses:
create table if not exists raw_settings (
    name varchar primary key,
    value varchar not null
);
