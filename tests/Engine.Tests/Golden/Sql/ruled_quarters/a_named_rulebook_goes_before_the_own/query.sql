-- By hand: the rulebook takes effect on 2020-01-01, after the first day of 2019Q4, which has none of its own; named it applies there
-- too. It has two indicators. A rulebook that does not exist applies nowhere.
select 'own' as asked, quarter, rulebook, base_points, indicator_count
from ruled_quarters(null, null)
union all
select 'named' as asked, quarter, rulebook, base_points, indicator_count
from ruled_quarters('2019Q4', 'test-rules')
union all
select 'missing' as asked, quarter, rulebook, base_points, indicator_count
from ruled_quarters(null, 'no-such')
order by asked, quarter
