-- rulebook_bands: 等次
-- uses:   raw_rulebooks
-- grain:  one row per rulebook and band
-- column rulebook: 规则代码
-- column band: 等次名称
-- column from_score: 起始分（含）
select rulebook, band, from_score
from raw_rulebook_bands
