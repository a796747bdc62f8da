-- findings: 问题条目
-- uses:   stg_facts, superseded_facts, stg_annotations, stg_classifications
-- kind:   long
-- grain:  one row per finding a source states: a unit's count in a list, or a count without unit (NONE) that nothing splits
-- note:   what a notice states of a scope that a detail table lists is in stated_totals
-- note:   a person's category comes before the one stated, that before a rule's or model's which needs nobody; the source is told
-- nulls:  account words, found_on; codes are NONE where the source does not say
-- column finding_id: 条目代码，更正后仍不变
-- column quarter: 季度
-- column unit: 单位代码；NONE 表示未点名
-- column unit_words: 原文中的单位名
-- column channel: 渠道
-- column platform: 平台；NONE 表示网站或未注明
-- column account: 账号；NONE 表示未注明
-- column category: 类别代码；NONE 表示未注明，也没有可靠的自动归类
-- column category_source: 类别来自：person 人工，stated 文件，rule 关键词规则，model 模型；NONE 表示没有类别
-- column stated_category: 文件写明的类别代码；NONE 表示未注明
-- column category_words: 原文中的类别
-- column subject: 栏目或账号；NONE 表示未注明
-- column level: 检查层级
-- column finding_count: 条数
-- column found_on: 发现日期；明细表写明时才有
-- column words: 来源语句
-- column location: 来源位置
-- column document: 来源文件代码
-- column is_sample: 是否示例数据
-- column batch_id: 批次号
select
    fact_id as finding_id,
    quarter,
    unit,
    unit_words,
    channel,
    platform,
    account,
    coalesce(a.category, nullif(f.category, 'NONE'), c.category, 'NONE') as category,
    case
        when a.category is not null then 'person'
        when f.category <> 'NONE' then 'stated'
        else coalesce(c.decided_by, 'NONE')
    end as category_source,
    f.category as stated_category,
    category_words,
    coalesce(column_words, account) as subject,
    level,
    cast(fact_count as bigint) as finding_count,
    found_on,
    words,
    location,
    document,
    is_sample,
    batch_id,
from stg_facts as f
anti join superseded_facts using (fact_number)
left join stg_annotations as a on a.fact_number = f.fact_number
left join stg_classifications as c on c.fact_number = f.fact_number and not c.needs_review
where quarter <> 'NONE' and measure = 'issues' and not is_total and fact_count is not null
