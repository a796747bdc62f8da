-- raw_notices: heads of the notices loaded (通报)
-- uses: raw_batches
create table if not exists raw_notices (
    document varchar not null,
    number varchar,
    title varchar,
    issuer varchar,
    issued_on date,
    quarter varchar not null,
    unrecognised_count bigint not null,
    batch_id bigint not null
);
