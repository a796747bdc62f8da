-- raw_classifications: what a model said of a finding (自动归类); never changed, a person's decision stands beside it
-- uses: raw_models
create table if not exists raw_classifications (
    finding_id varchar not null,
    model_id varchar not null,
    category varchar,
    confidence decimal(9, 6) not null,
    second varchar,
    third varchar,
    decided_by varchar not null check (decided_by in ('model', 'rule')),
    needs_review boolean not null,
    review_reason varchar not null,
    classified_at timestamp not null
);
