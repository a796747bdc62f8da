-- stg_classifications: what the model in use said
-- uses: raw_classifications, raw_models
-- grain: one row per finding
select c.*
from raw_classifications as c
where c.model_id = (select arg_max(model_id, activation_id) from raw_model_activations)
