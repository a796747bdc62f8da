using Analytics.Domain;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Audit;

/// <summary>Printed rates (率) against their numerators and denominators, to half a unit of the last printed digit.</summary>
internal static class RateAudit
{
    /// <summary>Checks every rate whose counts are printed.</summary>
    public static void Run(ReadingState reading, AuditResult result)
    {
        foreach (var draft in reading.Drafts)
        {
            if (
                draft.Fact is { Rate: { } rate, Comparator: null }
                && Measure.IsRate(draft.Fact.Measure)
                && Fraction(draft) is { } fraction
            )
            {
                Check(result, draft, rate, fraction);
            }
        }
    }

    private static (decimal Numerator, decimal Denominator, List<Span> Spans)? Fraction(Draft draft)
    {
        if (
            draft.RateOf is not ({ Fact.Count: { } some } numerator, { Fact.Count: { } whole } denominator)
            || whole <= 0
            || some > whole
        )
        {
            return null;
        }

        // Where only 不合格 is printed the passed are the rest.
        var passed = numerator.Fact.Measure == Measure.Failed ? whole - some : some;
        return (passed, whole, [draft.Fact.Span, numerator.Fact.Span, denominator.Fact.Span]);
    }

    private static void Check(
        AuditResult result,
        Draft draft,
        decimal rate,
        (decimal Numerator, decimal Denominator, List<Span> Spans) fraction
    )
    {
        var computed = fraction.Numerator * 100m / fraction.Denominator;
        var unit = 1m;
        for (var i = 0; i < draft.Decimals; i++)
        {
            unit /= 10m;
        }

        var name = Wording
            .Name(draft.Fact with { Category = null })
            .Replace("数量", RateName(draft.Fact.Measure), StringComparison.Ordinal);
        var sum =
            $"{Wording.Number(fraction.Numerator)} ÷ {Wording.Number(fraction.Denominator)} = {Wording.Rounded(computed, draft.Decimals + 2)}%";
        if (Math.Abs(computed - rate) <= unit / 2)
        {
            result.Checks.Add(new($"{name} {Wording.Number(rate)}% 与 {sum} 一致。", rate, computed, fraction.Spans));
        }
        else if (computed > rate && computed - rate < unit)
        {
            result.Add(
                DiscrepancyCode.RateTruncated,
                Severity.Style,
                rate,
                computed,
                $"{name}写为 {Wording.Number(rate)}%，而 {sum}，四舍五入应为 {Wording.Rounded(computed, draft.Decimals)}%，像是直接舍去了尾数。",
                fraction.Spans
            );
        }
        else
        {
            result.Add(
                DiscrepancyCode.RateMismatch,
                Severity.Error,
                rate,
                computed,
                $"{name}写为 {Wording.Number(rate)}%，而 {sum}，两者不一致。",
                fraction.Spans
            );
        }
    }

    private static string RateName(string measure) =>
        measure switch
        {
            Measure.PassRate => "合格率",
            Measure.AdoptionRate => "采用率",
            _ => "按期办结率",
        };
}
