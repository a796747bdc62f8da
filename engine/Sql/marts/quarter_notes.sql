-- quarter_notes: 季度注记：看趋势时要知道的事
-- uses:   quarters, rulebooks, raw_batches, raw_quarter_notes
-- grain:  one row per quarter and thing to know
-- nulls:  batch_id unless a correction; source unless written down by the office
-- note:   a change of rules is told where the quarter before, with data of the same kind, was scored by others
-- column quarter: 季度
-- column kind: rulebook 换了评分规则，correction 加载后又更正，note 单位自己的注记
-- column subject: 规则名称、更正的文件名或注记的文字
-- column batch_id: 更正的批次
-- column source: 注记的依据
with ruled as (
    select
        quarter,
        rulebook,
        lag(rulebook) over (partition by is_sample order by quarter) as rulebook_before,
    from quarters
),

reverted as (
    select distinct reverts as batch_id
    from raw_batches
    where reverts is not null
),

corrected as (
    select unnest(string_split(n.quarters, ' ')) as quarter, n.file_name, n.batch_id
    from raw_files as o
    inner join raw_files as n on n.batch_id = o.ended_by and n.document = o.document
    anti join reverted as r on r.batch_id = n.batch_id
)

select r.quarter, 'rulebook' as kind, b.title as subject, cast(null as bigint) as batch_id, cast(null as varchar) as source,
from ruled as r
inner join rulebooks as b on b.rulebook = r.rulebook
where r.rulebook_before <> r.rulebook
union all
select c.quarter, 'correction', c.file_name, c.batch_id, null
from corrected as c
inner join quarters as q on q.quarter = c.quarter
union all
select n.quarter, 'note', n.note, null, n.source
from raw_quarter_notes as n
