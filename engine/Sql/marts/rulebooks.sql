-- rulebooks: 评分规则
-- uses:   raw_rulebooks
-- grain:  one row per rulebook
-- source: data/rulebooks
-- column rulebook: 规则代码
-- column title: 标题
-- column source: 依据
-- column is_confirmed: 分值是否有公开文件确认
-- column is_default: 未指定规则时是否采用
-- column effective_from: 生效日期
-- column effective_to: 失效日期
-- column kind: deduction 从基准分往下扣，additive 从 0 往上加
-- column base_points: 基准分
-- column unallocated_points: 没有分给任何指标的分数
-- column has_bonus: 是否有加分
-- column bonus_above: 高于多少分才计加分；空表示不设门槛
-- column bonus_cap: 加分合计的上限；空表示不设上限
-- column rebase: 不适用的指标：scale 按比例折算，spread 平均分摊，none 不计分
-- column rank_order: desc 高分在前，asc 低分在前
-- column tie_1: 同分时第一比较项
-- column tie_2: 同分时第二比较项
-- column tie_3: 同分时第三比较项
-- column year_combine: 全年合计：mean 各季度平均，sum 各季度相加；空表示规则没有规定
-- column year_at_least: 全年至少要有几个季度计入才排名
-- column year_vetoed: 单项否决的季度：fail 全年不合格，zero 按 0 分计
-- column gaps: 尚未确认的分值；有任何一项就不能排名
-- column notes: 说明
-- column indicator_count: 指标个数
-- column sha256: 规则文件的 SHA-256
-- column content: 规则文件的内容
-- column published_at: 发布时间（UTC）
-- column published_by: 发布人
select
    rulebook, title, source, is_confirmed, is_default, effective_from, effective_to, kind, base_points, unallocated_points,
    has_bonus, bonus_above, bonus_cap, rebase, rank_order, tie_1, tie_2, tie_3,
    year ->> '$.combine' as year_combine,
    case when year is not null then coalesce(cast(year ->> '$.atLeast' as integer), 4) end as year_at_least,
    case when year is not null then coalesce(year ->> '$.vetoed', 'fail') end as year_vetoed,
    gaps, notes,
    (select count(*) from raw_rulebook_indicators as i where i.rulebook = b.rulebook) as indicator_count,
    sha256, content, published_at, published_by,
from (
    -- A file may begin with a byte order mark, which is no JSON.
    select *, cast(ltrim(content, chr(65279)) as json) -> '$.year' as year
    from raw_rulebooks
) as b
