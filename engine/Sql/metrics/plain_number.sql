-- plain_number(of_value): 不带多余零的数字
-- uses:
-- kind:   scalar
-- units:  text; 0.500000 becomes 0.5 and 40.000000 becomes 40
-- nulls:  for null
regexp_replace(regexp_replace(cast(cast(of_value as decimal(18, 6)) as varchar), '0+$', ''), '\.$', '')
