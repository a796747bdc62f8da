-- raw_coverage: what was checked in a quarter (检查范围), as proposed by a notice or confirmed
-- uses: types, raw_batches
create table if not exists raw_coverage (
    quarter varchar not null,
    channel channel_code not null,
    unit varchar not null,
    scope varchar not null,
    account_count bigint,
    state varchar not null check (state in ('proposed', 'confirmed')),
    words varchar not null,
    document varchar not null,
    is_sample boolean not null,
    batch_id bigint not null
);
