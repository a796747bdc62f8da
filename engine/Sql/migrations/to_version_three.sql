-- to_version_three: a file in force or ended speaks for its rows; reverts, kinds of tables, days of findings
-- uses:   raw_settings
-- note:   reference tables are filled anew at each change of data/reference, so raw_unit_aliases is simply made anew
alter table raw_batches add column if not exists kind varchar default 'load';
alter table raw_batches add column if not exists reverts bigint;
alter table raw_files rename to raw_files_two;
create table raw_files (
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
insert into raw_files by name select * from raw_files_two;
update raw_files set row_count = fact_count where kind = 'facts';
drop table raw_files_two;
create type source_code as enum ('notice', 'facts', 'findings', 'counts', 'submissions', 'accounts', 'requests');
alter table raw_notices drop column ended_by;
alter table raw_coverage drop column ended_by;
alter table raw_discrepancies drop column ended_by;
alter table raw_facts drop column ended_by;
alter table raw_facts add column if not exists found_on date;
alter table raw_facts add column if not exists source_kind source_code;
update raw_facts set source_kind = case when starts_with(document, 'notice-') then 'notice' else 'facts' end;
drop table raw_unit_aliases;
create table raw_unit_aliases (
    alias varchar not null,
    unit varchar not null,
    valid_from date,
    valid_to date,
    source varchar
);
delete from raw_settings where name in ('sql_sha256', 'reference_sha256');
