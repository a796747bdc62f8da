-- By hand: sample against sample 50 % − 75 % = −25 points; real against sample: nothing.
select quarter, adoption_rate, change_pp, is_sample
from adoption_rate(null)
order by quarter
