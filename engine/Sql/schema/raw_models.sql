-- raw_models: text classifiers (分类模型), each with its file; which one is in use follows from the newest activation
-- uses:
create table if not exists raw_models (
    model_id varchar primary key check (length(model_id) = 64),
    file blob not null,
    training_sha256 varchar not null,
    text_count bigint not null,
    label_count bigint not null,
    held_out_count bigint not null,
    measures varchar not null,
    trained_by varchar not null,
    trained_at timestamp not null
);
create table if not exists raw_model_activations (
    activation_id bigint primary key,
    model_id varchar not null,
    accuracy decimal(9, 6) not null,
    replaced_model_id varchar,
    replaced_accuracy decimal(9, 6),
    is_override boolean not null,
    activated_by varchar not null,
    activated_at timestamp not null
);
