-- divide_exact(of_numerator, of_denominator): 精确相除，四舍五入到六位小数
-- uses:
-- kind:   scalar
-- units:  of_numerator and of_denominator have at most 6 decimal places; the quotient has 6, rounded half away from zero
-- nulls:  when the denominator is 0 or either is null
-- note:   DuckDB's own division of decimals goes through DOUBLE; this one stays with integers
case
    when of_denominator <> 0
        then
            cast(
                sign(of_numerator) * sign(of_denominator) * (
                    (
                        2 * cast(abs(cast(of_numerator as decimal(24, 6))) * 1000000 as hugeint) * 1000000
                        + cast(abs(cast(of_denominator as decimal(24, 6))) * 1000000 as hugeint)
                    ) // (2 * cast(abs(cast(of_denominator as decimal(24, 6))) * 1000000 as hugeint))
                ) as decimal(38, 0)
            ) * 0.000001
end
