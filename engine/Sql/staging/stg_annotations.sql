-- stg_annotations: the newest category a person gave to a finding
-- uses: raw_annotations
-- grain: one row per finding
select finding_id, arg_max(category, annotation_id) as category
from raw_annotations
group by finding_id
