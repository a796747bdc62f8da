-- raw_alias_decisions: names that a person has given to a unit (别名认定); never deleted, only revoked
-- uses:
create table if not exists raw_alias_decisions (
    decision_id bigint primary key,
    alias varchar not null,
    unit varchar not null,
    valid_from date,
    valid_to date,
    decided_by varchar not null,
    decided_at timestamp not null,
    revoked_by varchar,
    revoked_at timestamp
);
create table if not exists raw_uses (
    batch_id bigint not null,
    document varchar not null,
    kind varchar not null check (kind in ('alias', 'account')),
    reference bigint not null
);
