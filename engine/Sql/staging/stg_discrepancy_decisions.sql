-- stg_discrepancy_decisions: decisions on discrepancies that were not taken back
-- uses: raw_discrepancy_decisions
-- grain: one row per decision
select * exclude (revoked_by, revoked_at)
from raw_discrepancy_decisions
where revoked_at is null
