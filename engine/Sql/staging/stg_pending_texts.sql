-- stg_pending_texts: findings without category that the model in use was not asked about
-- uses: stg_facts, stg_classifications
-- grain: one row per finding
-- note: only rows of a problem list have a text that describes one problem; what a notice says of many has none
select f.fact_id, cast(f.channel as varchar) as channel, f.words
from stg_facts as f
anti join stg_classifications as c on c.fact_number = f.fact_number
where
    f.measure = 'issues' and f.source_kind = 'findings' and f.category = 'NONE'
    and not f.is_total and f.fact_count is not null
