-- By hand. 2024Q1: 公安局 was looked at and has none; so has the banner. 2024Q2: information was submitted, nothing was checked: no
-- value. 2024Q3: one of 人社局; nobody looked at 公安局. On websites only 2024Q3 was checked, by findings without a unit.
select metric, quarter, unit, value
from (
    select 'newmedia' as metric, *
    from metric_values('newmedia_veto_count')
    union all
    select 'website' as metric, *
    from metric_values('website_veto_count')
)
order by metric, quarter, unit
