-- stg_classifications: what the model in use said
-- uses: raw_classifications, raw_models
-- grain: one row per finding
select c.*, try_cast('0x' || c.finding_id as ubigint) as fact_number,
from raw_classifications as c
where c.model_id = (select arg_max(model_id, activation_id) from raw_model_activations)
