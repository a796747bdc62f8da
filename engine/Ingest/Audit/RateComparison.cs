using Analytics.Domain;

namespace Analytics.Ingest.Audit;

/// <summary>A printed rate against numerator ÷ denominator, to half a unit of its last printed digit.</summary>
/// <param name="Code">The code of the discrepancy; null when the rate holds.</param>
/// <param name="Severity">How sure it is, where there is a code.</param>
/// <param name="Computed">The rate that follows, in percent.</param>
/// <param name="Message">One Chinese sentence with both figures.</param>
internal readonly record struct RateComparison(string? Code, Severity Severity, decimal Computed, string Message)
{
    /// <summary>Compares.</summary>
    /// <param name="name">What the rate is of, for the sentence.</param>
    /// <param name="rate">The printed rate, in percent.</param>
    /// <param name="decimals">The decimals that are printed.</param>
    /// <param name="numerator">The part.</param>
    /// <param name="denominator">The whole, above zero.</param>
    public static RateComparison Of(string name, decimal rate, int decimals, decimal numerator, decimal denominator)
    {
        var computed = numerator * 100m / denominator;
        // 57.10%: a spreadsheet fills up with zeros what was rounded to fewer digits.
        while (decimals > 1 && decimal.Remainder(rate, UnitOf(decimals - 1)) == 0)
        {
            decimals--;
        }

        var unit = UnitOf(decimals);
        var sum =
            $"{Wording.Number(numerator)} ÷ {Wording.Number(denominator)} = {Wording.Rounded(computed, decimals + 2)}%";
        if (Agrees(rate, decimals, numerator, denominator))
        {
            return new(null, default, computed, $"{name} {Wording.Number(rate)}% 与 {sum} 一致。");
        }

        return computed > rate && computed - rate < unit
            ? new(
                DiscrepancyCode.RateTruncated,
                Severity.Style,
                computed,
                $"{name}写为 {Wording.Number(rate)}%，而 {sum}，四舍五入应为 {Wording.Rounded(computed, decimals)}%，像是直接舍去了尾数。"
            )
            : new(
                DiscrepancyCode.RateMismatch,
                Severity.Error,
                computed,
                $"{name}写为 {Wording.Number(rate)}%，而 {sum}，两者不一致。"
            );
    }

    /// <summary>Whether a printed rate is the quotient, rounded.</summary>
    public static bool Agrees(decimal rate, int decimals, decimal numerator, decimal denominator) =>
        Math.Abs((numerator * 100m / denominator) - rate) <= UnitOf(decimals) / 2;

    private static decimal UnitOf(int decimals)
    {
        var unit = 1m;
        for (var i = 0; i < decimals; i++)
        {
            unit /= 10m;
        }

        return unit;
    }
}
