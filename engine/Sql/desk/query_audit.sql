-- query_audit: 查询记录
-- uses:
-- grain:  one row per query that anybody asked in SQL, also a refused one; rows are only ever added
-- units:  duration_ms milliseconds from asking to the end; rows returned
-- nulls:  row_count where there is no result; fault_detail where there is one
-- source: the page /sql, the API, the command line

create table if not exists query_audit (
    id varchar not null,
    asked_at timestamp not null,
    asked_by varchar not null,
    via varchar not null check (via in ('page', 'api', 'cli')),
    sql_text varchar not null,
    sql_sha256 varchar not null check (length(sql_sha256) = 64),
    parameters varchar not null,
    duration_ms bigint not null check (duration_ms >= 0),
    row_count bigint check (row_count >= 0),
    is_truncated boolean not null,
    outcome varchar not null,
    fault_detail varchar
)
