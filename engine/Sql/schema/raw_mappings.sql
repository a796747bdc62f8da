-- raw_mappings: what the columns of a kind of table were taken for (列对应), by the table's shape; the newest is used
-- uses: raw_batches
-- nulls: batch_id when a person stated the mapping without loading
create table if not exists raw_mappings (
    shape varchar not null,
    mapping varchar not null,
    decided_by varchar not null,
    decided_at timestamp not null,
    batch_id bigint
);
