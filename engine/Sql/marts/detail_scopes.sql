-- detail_scopes: 明细表覆盖的范围，通报的同类数字让位于它
-- uses:   stg_combinations
-- grain:  one row per quarter, channel, measure, level and target that a detail table has rows of
-- source: engine/decisions/0007-detail-rows-win.md
-- column quarter: 季度
-- column channel: 渠道
-- column measure: 指标
-- column level: 检查层级；NONE 表示明细表没有注明，即覆盖各级
-- column target: 报送对象；NONE 表示明细表没有注明，即覆盖各级
select distinct quarter, channel, measure, level, target
from stg_combinations
where
    quarter <> 'NONE' and not is_total and counted_rows > 0
    and (
        (source_kind in ('findings', 'counts', 'accounts') and measure in ('issues', 'veto'))
        or (source_kind = 'submissions' and measure in ('submitted', 'adopted', 'pushed'))
    )
