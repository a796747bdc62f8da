-- raw_discrepancies: what does not agree in a notice (出入)
-- uses: raw_batches
create table if not exists raw_discrepancies (
    discrepancy_id varchar not null,
    quarter varchar not null,
    document varchar not null,
    code varchar not null,
    severity varchar not null check (severity in ('error', 'doubtful', 'style')),
    stated decimal(18, 6),
    computed decimal(18, 6),
    message varchar not null,
    words varchar not null,
    location varchar not null,
    span_start integer not null,
    span_end integer not null,
    batch_id bigint not null
);
