-- published_ranks: 发布时的名次
-- uses:   raw_publications
-- grain:  one row per publication and unit
-- column publication: 发布号
-- column quarter: 季度
-- column unit: 单位代码
-- column unit_name: 单位
-- column unit_group: 排名组
-- column unit_rank: 名次
-- column score: 得分
-- column outcome: 结果
-- column band: 等次
-- column finding_count: 问题条数
-- column veto_count: 单项否决次数
select
    r.publication, p.quarter, r.unit, r.unit_name, r.unit_group, r.unit_rank, r.score, r.outcome, r.band, r.finding_count,
    r.veto_count,
from raw_published_ranks as r
inner join raw_publications as p on p.publication = r.publication
