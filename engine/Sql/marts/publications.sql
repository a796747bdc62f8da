-- publications: 已发布的排名
-- uses:   raw_publications
-- grain:  one row per publication; the latest of a quarter is in force, earlier ones stay readable
-- column publication: 发布号
-- column quarter: 季度
-- column rulebook: 评分规则
-- column rulebook_sha256: 规则文件的 SHA-256
-- column last_batch: 数据截止的批次
-- column published_at: 发布时间（UTC）
-- column published_by: 发布人
-- column is_in_force: 是否为该季度最近一次发布
select
    publication, quarter, rulebook, rulebook_sha256, last_batch, published_at, published_by,
    publication = max(publication) over (partition by quarter) as is_in_force,
from raw_publications
