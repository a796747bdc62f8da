-- control_width(of_control, of_center, of_size): 控制限到中心线的距离（三倍标准差）
-- uses:
-- kind:   scalar
-- units:  of_control c: of_center is the mean count of a quarter; p: of_center is 0 to 1 and of_size the quarter's denominator
-- nulls:  for any other of_control, and without center or size
-- source: W. A. Shewhart, Economic Control of Quality of Manufactured Product (1931); NIST/SEMATECH e-Handbook of
--         Statistical Methods, 6.3.3.1 (c: Poisson, σ = √c̄) and 6.3.3.2 (p: binomial, σ = √(p̄(1 − p̄)/n))
-- note:   DOUBLE, because of the root; whoever calls it rounds once, at the end
case of_control
    when 'c' then 3 * sqrt(cast(of_center as double))
    when 'p' then 3 * sqrt(greatest(cast(of_center as double) * (1 - cast(of_center as double)), 0) / of_size)
end
