-- models: 分类模型
-- uses:   raw_models
-- grain:  one row per model
-- nulls:  activated_at, activated_by, is_override, replaced_model_id, replaced_accuracy of one that was never in use
-- column model_id: 模型文件的 SHA-256
-- column training_sha256: 训练文本的 SHA-256
-- column text_count: 训练文本条数
-- column label_count: 类别数
-- column held_out_count: 留出检验的文本条数
-- column measures: 在留出文本上的指标（JSON）
-- column trained_by: 训练人
-- column trained_at: 训练时间（UTC）
-- column is_active: 是否正在使用
-- column activated_at: 最近启用时间（UTC）
-- column activated_by: 启用人
-- column is_override: 是否不顾检验结果强行启用
-- column replaced_model_id: 启用时替换的模型
-- column replaced_accuracy: 启用时原模型在同一批文本上的正确率
with last_activations as (
    select *
    from raw_model_activations
    qualify activation_id = max(activation_id) over (partition by model_id)
)

select
    m.model_id,
    m.training_sha256,
    m.text_count,
    m.label_count,
    m.held_out_count,
    m.measures,
    m.trained_by,
    m.trained_at,
    coalesce(a.activation_id = (select max(activation_id) from raw_model_activations), false) as is_active,
    a.activated_at,
    a.activated_by,
    a.is_override,
    a.replaced_model_id,
    a.replaced_accuracy,
from raw_models as m
left join last_activations as a on a.model_id = m.model_id
