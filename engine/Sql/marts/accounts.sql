-- accounts: 政务新媒体账号及其单位
-- uses:   raw_accounts, stg_files
-- grain:  one row per statement that an account is a unit's
-- nulls:  valid_from, valid_to where the source sets no bound; batch_id for data/reference/accounts.csv
-- column account: 账号
-- column platform: 平台；NONE 表示未注明
-- column unit: 单位代码
-- column valid_from: 从哪天起
-- column valid_to: 到哪天为止
-- column source: 依据
-- column batch_id: 批次号
select a.account, a.platform, a.unit, a.valid_from, a.valid_to, a.source, a.batch_id
from raw_accounts as a
left join stg_files as f on f.batch_id = a.batch_id and f.document = a.document
where a.batch_id is null or f.document is not null
