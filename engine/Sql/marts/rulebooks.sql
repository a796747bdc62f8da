-- rulebooks: 评分规则
-- uses:   raw_rulebooks
-- grain:  one row per rulebook
-- source: data/rulebooks
-- column rulebook: 规则代码
-- column title: 标题
-- column source: 依据
-- column is_confirmed: 分值是否有公开文件确认
-- column effective_from: 生效日期
-- column effective_to: 失效日期
-- column base_points: 基准分
-- column veto_outcome: 单项否决的后果：fail 不合格、不计分
-- column sha256: 规则文件的 SHA-256
select rulebook, title, source, is_confirmed, effective_from, effective_to, base_points, veto_outcome, sha256
from raw_rulebooks
