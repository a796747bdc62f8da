-- raw_annotations: categories that persons gave to findings (人工归类); the newest of a finding counts, none is deleted
-- uses:
create table if not exists raw_annotations (
    annotation_id bigint primary key,
    finding_id varchar not null,
    category varchar not null,
    words varchar not null,
    channel varchar not null,
    proposed varchar,
    model_id varchar,
    annotated_by varchar not null,
    annotated_at timestamp not null
);
