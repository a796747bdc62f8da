-- batches: 加载批次
-- uses:   raw_batches
-- grain:  one row per batch and file, ended ones included; one row per revert, which has no file
-- nulls:  document, sha256 of a revert; ended_by while in force; mapping unless a table in columns of its own
-- column batch_id: 批次号
-- column document: 文件代码；同一文件的更正件代码相同
-- column kind: 种类：notice 通报，facts 数据表，findings 问题清单，counts 问题统计，submissions 报送采用，accounts 账号，requests 依申请公开，多种以加号相连；revert 撤销
-- column file_name: 文件名；撤销时为空
-- column sha256: 文件内容的 SHA-256
-- column quarters: 涉及的季度
-- column fact_count: 载入的数字个数
-- column is_sample: 是否示例数据
-- column loaded_at: 加载时间（UTC）
-- column loaded_by: 加载人
-- column ended_by: 被哪一批次替换或撤销；空表示有效
-- column row_count: 表中数据行数
-- column refused_count: 未载入的行数
-- column request_count: 载入的依申请公开件数
-- column account_count: 载入的账号数
-- column mapping: 列对应关系（JSON）
-- column reverts: 撤销的是哪一批次
-- column reverted_by: 被哪一批次撤销
with reverted as (
    select reverts as batch_id, min(batch_id) as reverted_by
    from raw_batches
    where reverts is not null
    group by reverts
),

undone as (
    select batch_id, string_agg(distinct quarters, ' ' order by quarters) as quarters, bool_and(is_sample) as is_sample
    from raw_files
    group by batch_id
)

select
    b.batch_id,
    f.document,
    coalesce(f.kind, b.kind) as kind,
    coalesce(f.file_name, '') as file_name,
    f.sha256,
    coalesce(f.quarters, u.quarters, '') as quarters,
    coalesce(f.fact_count, 0) as fact_count,
    coalesce(f.is_sample, u.is_sample, false) as is_sample,
    b.loaded_at,
    b.loaded_by,
    f.ended_by,
    coalesce(f.row_count, 0) as row_count,
    coalesce(f.refused_count, 0) as refused_count,
    coalesce(f.request_count, 0) as request_count,
    coalesce(f.account_count, 0) as account_count,
    f.mapping,
    b.reverts,
    r.reverted_by,
from raw_batches as b
left join raw_files as f on f.batch_id = b.batch_id
left join reverted as r on r.batch_id = b.batch_id
left join undone as u on u.batch_id = b.reverts
