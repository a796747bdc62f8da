-- submissions: 信息报送与采用
-- uses:   stg_facts, superseded_facts
-- grain:  one row per quarter, unit and target; the whole banner is unit NONE
-- nulls:  a count is null when the source does not state it, which is not zero
-- column quarter: 季度
-- column unit: 单位代码；NONE 表示全旗合计
-- column target: 报送对象：banner 本旗，city 市，region 自治区，state 国家
-- column target_words: 原文中的报送对象
-- column submitted_count: 报送条数
-- column adopted_count: 采用条数
-- column pushed_count: 推送条数
-- column is_sample: 是否示例数据
with stated as (
    select *
    from stg_facts
    anti join superseded_facts using (fact_number)
    where
        quarter <> 'NONE' and measure in ('submitted', 'adopted', 'pushed') and not is_total
        and fact_count is not null
)

select
    quarter,
    unit,
    target,
    min(target_words) as target_words,
    cast(sum(fact_count) filter (where measure = 'submitted') as bigint) as submitted_count,
    cast(sum(fact_count) filter (where measure = 'adopted') as bigint) as adopted_count,
    cast(sum(fact_count) filter (where measure = 'pushed') as bigint) as pushed_count,
    bool_or(is_sample) as is_sample,
from stated
group by quarter, unit, target
