-- codes_are_known: every unit and category of a fact is in the reference tables
-- uses: stg_combinations, units, categories
select f.document, f.unit, f.category
from stg_combinations as f
left join units as u on u.unit = f.unit
left join categories as c on c.category = f.category
where (f.unit <> 'NONE' and u.unit is null) or (f.category <> 'NONE' and c.category is null)
