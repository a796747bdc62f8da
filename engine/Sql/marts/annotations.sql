-- annotations: 人工归类
-- uses:   raw_annotations
-- grain:  one row per decision of a person, also those that a later one replaced
-- nulls:  proposed, model_id where no model was asked
-- column annotation_id: 归类号
-- column finding_id: 条目代码
-- column category: 人工给出的类别代码
-- column proposed: 当时模型的提议
-- column model_id: 当时的模型
-- column annotated_by: 归类人
-- column annotated_at: 归类时间（UTC）
-- column is_current: 是否最新一次
select
    annotation_id,
    finding_id,
    category,
    proposed,
    model_id,
    annotated_by,
    annotated_at,
    annotation_id = max(annotation_id) over (partition by finding_id) as is_current,
from raw_annotations
