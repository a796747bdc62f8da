-- unit_quarter: 单位在每个季度、每个渠道的检查情况
-- uses:   quarters, units, finding_cube, vetoes, coverage, submissions
-- grain:  one row per quarter, unit and channel
-- nulls:  finding_count when the unit was not checked, or has a veto only: not mentioned is not zero
-- column quarter: 季度
-- column unit: 单位代码
-- column channel: 渠道
-- column status: found 被点名，covered 已检查、未发现问题（推定为零），reported 有报送数据，unchecked 未检查
-- column is_checked: 是否检查过
-- column is_covered: 检查范围是否已确认
-- column finding_count: 条数；未检查或只有单项否决时为空
-- column veto_count: 单项否决次数
-- column is_sample: 是否示例数据
with channels as (
    select unnest(['website', 'newmedia', 'openness', 'request', 'submission', 'interaction'])::channel_code as channel
),

found as (
    select quarter, unit, channel, sum(finding_count) as finding_count
    from finding_cube
    group by quarter, unit, channel
),

vetoed as (
    select quarter, unit, channel, sum(veto_count) as veto_count
    from vetoes
    group by quarter, unit, channel
),

covered as (
    select distinct quarter, unit, channel
    from coverage
    where state = 'confirmed'
),

reported as (
    select distinct quarter, unit, cast('submission' as channel_code) as channel
    from submissions
),

joined as (
    select
        q.quarter,
        u.unit,
        c.channel,
        case
            when f.finding_count is not null or v.veto_count is not null then 'found'
            when k.unit is not null then 'covered'
            when r.unit is not null then 'reported'
            else 'unchecked'
        end as status,
        k.unit is not null as is_covered,
        f.finding_count,
        coalesce(v.veto_count, 0) as veto_count,
        q.is_sample,
    from quarters as q
    cross join units as u
    cross join channels as c
    left join found as f on f.quarter = q.quarter and f.unit = u.unit and f.channel = c.channel
    left join vetoed as v on v.quarter = q.quarter and v.unit = u.unit and v.channel = c.channel
    left join covered as k on k.quarter = q.quarter and k.unit = u.unit and k.channel = c.channel
    left join reported as r on r.quarter = q.quarter and r.unit = u.unit and r.channel = c.channel
),

final as (
    select
        quarter,
        unit,
        channel,
        status,
        status <> 'unchecked' as is_checked,
        is_covered,
        cast(case when is_covered then coalesce(finding_count, 0) else finding_count end as bigint) as finding_count,
        cast(veto_count as bigint) as veto_count,
        is_sample,
    from joined
)

select *
from final
