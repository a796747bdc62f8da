-- saved_queries: 保存的查询
-- uses:
-- grain:  one row per query that somebody saved under a name; a deleted one goes
-- units:  parameters: a JSON object of names and values
-- nulls:  none
-- source: the page /sql

create table if not exists saved_queries (
    id varchar primary key,
    title varchar not null check (length(title) between 1 and 100),
    sql_text varchar not null,
    parameters varchar not null,
    saved_at timestamp not null,
    saved_by varchar not null
)
