using Analytics.Domain;
using Analytics.Ingest.Grammar;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Audit;

/// <summary>Changes (升降): a base that is the notice's own period, and % where percentage points may be meant.</summary>
internal static class ChangeAudit
{
    private const string Suffix = "_change";

    /// <summary>Checks every change.</summary>
    public static void Run(ReadingState reading, AuditResult result)
    {
        var rates = new Dictionary<(string Measure, string? Channel), Draft>();
        foreach (var draft in reading.Drafts)
        {
            if (draft.Fact.Rate is not null)
            {
                rates[(draft.Fact.Measure, draft.Fact.Channel)] = draft;
            }

            if (draft.Fact is not { Value: { } value } fact || !fact.Measure.EndsWith(Suffix, StringComparison.Ordinal))
            {
                continue;
            }

            if (IsOwnPeriod(reading, fact))
            {
                result.Add(
                    DiscrepancyCode.PeriodConflict,
                    Severity.Error,
                    null,
                    null,
                    $"本通报反映的就是{reading.Head.Document.Quarter?.Chinese ?? fact.Period}，却与“{fact.Basis}”相比，比较的基期应是更早的时期（例如上一季度或去年同期），请核对。",
                    [fact.Span]
                );
            }

            var measure = fact.Measure[..^Suffix.Length];
            if (Measure.IsRate(measure) && fact.StatedUnit == "%")
            {
                AddPercentOrPoints(result, fact, rates.GetValueOrDefault((measure, fact.Channel)), value);
            }
        }
    }

    private static bool IsOwnPeriod(ReadingState reading, Fact fact)
    {
        if (
            fact.Basis is not { } basis
            || basis.Contains("去年", StringComparison.Ordinal)
            || basis.Contains('上', StringComparison.Ordinal)
        )
        {
            return false;
        }

        for (var at = 0; at < basis.Length; at++)
        {
            if (PeriodReader.Read(basis, at) is { } period)
            {
                var year = period.Year ?? reading.Head.Year;
                return year is { } known && fact.Period is not null && period.In(known) == fact.Period;
            }
        }

        return false;
    }

    private static void AddPercentOrPoints(AuditResult result, Fact fact, Draft? rate, decimal value)
    {
        var (now, how) = rate switch
        {
            { RateOf: ({ Fact: { Count: { } some, Measure: not Measure.Failed } }, { Fact.Count: { } whole }) }
                when whole > 0 => (some * 100m / whole, $"{Wording.Number(some)} ÷ {Wording.Number(whole)}"),
            { Fact.Rate: { } printed } => (printed, $"{Wording.Number(printed)}%"),
            _ => ((decimal?)null, ""),
        };
        var readings =
            now is { } known && value > -100m
                ? $"按 {how} 推算，若指上升或下降 {Wording.Number(Math.Abs(value))} 个百分点，基期约为 {Wording.Rounded(known - value, 1)}%；"
                    + $"若指相对变化 {Wording.Number(Math.Abs(value))}%，基期约为 {Wording.Rounded(known * 100m / (100m + value), 1)}%。"
                : "两种理解推算出的基期不同。";
        result.Add(
            DiscrepancyCode.PercentOrPoints,
            Severity.Doubtful,
            value,
            null,
            $"比率的变化写成了“{Wording.Number(Math.Abs(value))}%”，没有写明是不是百分点。{readings}",
            rate is null ? [fact.Span] : [fact.Span, rate.Fact.Span]
        );
    }
}
