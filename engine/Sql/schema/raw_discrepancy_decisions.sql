-- raw_discrepancy_decisions: how a person settled what does not agree (出入了结); never deleted, only revoked
-- uses:
-- note: the figures and words as they were, so that a decision holds only while the same discrepancy stands
create table if not exists raw_discrepancy_decisions (
    decision_id bigint primary key,
    discrepancy_id varchar not null,
    code varchar not null,
    stated decimal(18, 6),
    computed decimal(18, 6),
    words varchar not null,
    note varchar not null check (length(trim(note)) > 0),
    decided_by varchar not null,
    decided_at timestamp not null,
    revoked_by varchar,
    revoked_at timestamp
);
