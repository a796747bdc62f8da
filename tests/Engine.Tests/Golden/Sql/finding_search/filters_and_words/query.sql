-- By hand: of six rows the account's name is in one; 公安局 with 4 of the older quarter comes behind its newer rows, the row
-- without a unit last in its quarter; two words must both stand there.
select 'order' as asked, list(finding_count order by quarter_order, unit_order, channel_order, category, finding_id)::varchar as counts
from finding_search(null, null, null, null, null, null, null, null, null, null)
where unit <> 'zhasake'
union all
select 'account', list(finding_count)::varchar from finding_search(null, null, null, null, null, null, null, null, null, '平安')
union all
select 'two words', list(finding_count)::varchar from finding_search(null, null, null, null, null, null, null, null, null, '公安局 平安')
union all
select 'nowhere', list(finding_count)::varchar from finding_search(null, null, null, null, null, null, null, null, null, '札萨克 平安')
union all
select 'no unit', list(finding_count)::varchar from finding_search(null, null, null, 'NONE', null, null, null, null, null, null)
union all
select 'typos of the city', list(finding_count)::varchar
from finding_search(null, null, null, 'gongan', 'website', null, 'W-TYPO', 'city', null, null)
union all
select 'up to 2024Q3', list(finding_count)::varchar from finding_search(null, null, '2024Q3', null, null, null, null, null, null, null)
union all
select 'douyin', list(finding_count)::varchar from finding_search('2024Q4', null, null, null, null, '抖音', null, null, null, null)
