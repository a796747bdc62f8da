-- notices: 通报
-- uses:   stg_notices, stg_files
-- grain:  one row per notice in force
-- column notice_id: 通报代码
-- column number: 文号
-- column title: 标题
-- column issuer: 发文单位
-- column issued_on: 成文日期
-- column quarter: 季度
-- column file_name: 来源文件名
-- column sha256: 来源文件的 SHA-256
-- column unrecognised_count: 含数字而未能识别的语句数
-- column batch_id: 批次号
select
    n.document as notice_id, n.number, n.title, n.issuer, n.issued_on, n.quarter, f.file_name, f.sha256,
    n.unrecognised_count, n.batch_id,
from stg_notices as n
inner join stg_files as f on f.batch_id = n.batch_id and f.document = n.document
