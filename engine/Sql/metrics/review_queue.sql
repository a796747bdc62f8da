-- review_queue(of_quarter): 待人工归类的问题
-- uses:   findings, classifications
-- grain:  one row per finding that the model could not decide and no person has; least sure first
-- units:  confidence 0..1
-- nulls:  proposed, second, third where the model knows nothing of the text; of_quarter null for all quarters
-- source: data/classification/README.md
select
    f.finding_id,
    f.quarter,
    f.unit,
    f.unit_words,
    f.channel,
    f.platform,
    f.account,
    f.words,
    f.location,
    f.document,
    f.finding_count,
    f.is_sample,
    c.category as proposed,
    c.confidence,
    c.second,
    c.third,
    c.review_reason,
from findings as f
inner join classifications as c on c.finding_id = f.finding_id
where
    c.needs_review and f.category_source = 'NONE'
    and (of_quarter is null or f.quarter = of_quarter)
order by c.confidence, f.finding_id
