-- raw_batches: loads and reverts (批次) and the files of loads; nothing is deleted, a file is ended by a later batch
-- uses:
create table if not exists raw_batches (
    batch_id bigint primary key,
    loaded_at timestamp not null,
    loaded_by varchar not null,
    kind varchar default 'load',
    reverts bigint
);
create table if not exists raw_files (
    batch_id bigint not null,
    document varchar not null,
    document_key varchar not null,
    kind varchar not null,
    file_name varchar not null,
    sha256 varchar not null check (length(sha256) = 64),
    quarters varchar not null,
    fact_count bigint not null check (fact_count >= 0),
    is_sample boolean not null,
    ended_by bigint,
    row_count bigint default 0,
    refused_count bigint default 0,
    request_count bigint default 0,
    account_count bigint default 0,
    mapping varchar
);
