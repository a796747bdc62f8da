-- raw_accounts: whose an account is (账号归属), as in data/reference/accounts.csv or in a sheet of accounts
-- uses: raw_batches
-- nulls: document and batch_id for rows of the reference file; days where the source sets no bound
create table if not exists raw_accounts (
    account varchar not null,
    platform varchar not null,
    unit varchar not null,
    valid_from date,
    valid_to date,
    source varchar not null,
    document varchar,
    batch_id bigint
);
