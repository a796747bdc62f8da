-- classifications: 自动归类
-- uses:   stg_classifications, stg_facts
-- grain:  one row per finding in force that the model in use was asked about
-- nulls:  category where nothing of the text is known; second, third where there are fewer labels
-- column finding_id: 条目代码
-- column model_id: 模型的 SHA-256
-- column category: 模型提议的类别代码
-- column confidence: 把握，0 到 1
-- column second: 第二可能的类别
-- column third: 第三可能的类别
-- column decided_by: 判定方式：model 模型，rule 关键词规则
-- column needs_review: 是否需要人工
-- column review_reason: 需要人工的原因：NothingKnown 没有认识的文字，FewKnown 差别太大，FewExamples 样本太少，NotSure 把握不足，None 不需要
-- column classified_at: 判定时间（UTC）
select
    finding_id,
    model_id,
    category,
    confidence,
    second,
    third,
    decided_by,
    needs_review,
    review_reason,
    classified_at,
from stg_classifications
inner join (select fact_number from stg_facts) as f on f.fact_number = stg_classifications.fact_number
