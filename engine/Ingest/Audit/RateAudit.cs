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
        var name = Wording
            .Name(draft.Fact with { Category = null })
            .Replace("数量", RateName(draft.Fact.Measure), StringComparison.Ordinal);
        var verdict = RateComparison.Of(name, rate, draft.Decimals, fraction.Numerator, fraction.Denominator);
        if (verdict.Code is null)
        {
            result.Checks.Add(new(verdict.Message, rate, verdict.Computed, fraction.Spans));
        }
        else
        {
            result.Add(verdict.Code, verdict.Severity, rate, verdict.Computed, verdict.Message, fraction.Spans);
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
