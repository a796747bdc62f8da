-- batches: 加载批次
-- uses:   raw_batches
-- grain:  one row per batch and file, ended ones included
-- column batch_id: 批次号
-- column document: 文件代码；同一通报的更正件代码相同
-- column kind: 种类：notice 通报，facts 数据表
-- column file_name: 文件名
-- column sha256: 文件内容的 SHA-256
-- column quarters: 涉及的季度
-- column fact_count: 载入的数字个数
-- column is_sample: 是否示例数据
-- column loaded_at: 加载时间（UTC）
-- column loaded_by: 加载人
-- column ended_by: 被哪一批次替换；空表示有效
select
    f.batch_id, f.document, f.kind, f.file_name, f.sha256, f.quarters, f.fact_count, f.is_sample,
    b.loaded_at, b.loaded_by, f.ended_by,
from raw_files as f
inner join raw_batches as b on b.batch_id = f.batch_id
