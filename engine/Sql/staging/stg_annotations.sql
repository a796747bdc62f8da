-- stg_annotations: the newest category a person gave to a finding
-- uses: raw_annotations
-- grain: one row per finding
select
    finding_id,
    try_cast('0x' || finding_id as ubigint) as fact_number,
    arg_max(category, annotation_id) as category,
from raw_annotations
group by finding_id
