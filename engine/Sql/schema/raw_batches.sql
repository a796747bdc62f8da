-- raw_batches: loads (批次) and their files; nothing is deleted, a file's rows are ended by a later batch
-- uses:
create table if not exists raw_batches (
    batch_id bigint primary key,
    loaded_at timestamp not null,
    loaded_by varchar not null
);
create table if not exists raw_files (
    batch_id bigint not null,
    document varchar not null,
    document_key varchar not null,
    kind varchar not null check (kind in ('notice', 'facts')),
    file_name varchar not null,
    sha256 varchar not null check (length(sha256) = 64),
    quarters varchar not null,
    fact_count bigint not null check (fact_count >= 0),
    is_sample boolean not null,
    ended_by bigint
);
