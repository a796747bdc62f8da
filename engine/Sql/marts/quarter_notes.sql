-- quarter_notes: 季度注记：看趋势时要知道的事
-- uses:   quarters, rulebooks, raw_batches, raw_facts, raw_combinations, raw_quarter_notes
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

pairs as (
    select n.document, o.batch_id as old_batch, n.batch_id, n.quarters, n.file_name,
    from raw_files as o
    inner join raw_files as n on n.batch_id = o.ended_by and n.document = o.document
    anti join reverted as r on r.batch_id = n.batch_id
),

-- All that a copy states, as one number: the same words and figures in another file are no correction.
stated as (
    select
        c.document,
        c.batch_id,
        sum(hash(f.fact_number, f.fact_count, c.rate_percent, c.change_value, c.score)) as figures,
    from raw_combinations as c
    semi join pairs as p on p.document = c.document and c.batch_id in (p.old_batch, p.batch_id)
    inner join raw_facts as f on f.combination = c.combination
    group by c.document, c.batch_id
),

corrected as (
    select unnest(string_split(p.quarters, ' ')) as quarter, p.file_name, p.batch_id
    from pairs as p
    left join stated as o on o.document = p.document and o.batch_id = p.old_batch
    left join stated as n on n.document = p.document and n.batch_id = p.batch_id
    -- A table of accounts or requests states no figures; any other copy of it may change what is counted.
    where o.figures is distinct from n.figures or n.figures is null
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
