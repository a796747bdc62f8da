-- raw_requests: requests for disclosure (依申请公开), one row each
-- uses: raw_batches
create table if not exists raw_requests (
    request_id varchar not null,
    number varchar,
    quarter varchar not null,
    unit varchar not null,
    unit_words varchar,
    received_on date not null,
    answered_on date check (answered_on is null or answered_on >= received_on),
    extended_days integer not null check (extended_days between 0 and 20),
    result varchar,
    location varchar not null,
    document varchar not null,
    is_sample boolean not null,
    batch_id bigint not null
);
