using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Papers;

/// <summary>What the warehouse has to hold against figures that are no counts of problems and no submissions: what was checked, changes, scores, requests.</summary>
/// <param name="snapshot">The data.</param>
/// <param name="quarter">The quarter.</param>
/// <param name="rulebook">The rulebook of the scores.</param>
internal sealed class ComparedFigures(Snapshot snapshot, Quarter quarter, string? rulebook)
{
    private const string Points = "个百分点";
    private const string Items = "条";

    private readonly Lazy<IReadOnlyList<RankingRow>> _ranking = new(() => Ranking.Rank(snapshot, quarter, rulebook));
    private readonly Lazy<RequestCounts?> _requests = new(() => Requests.Counts(snapshot, quarter));

    /// <summary>The ranked units that have a score, in the order of the ranking.</summary>
    public IEnumerable<RankingRow> Scored => _ranking.Value.Where(row => row is { Rank: not null, Score: not null });

    /// <summary>A unit's place in the ranking; null where it has none.</summary>
    public RankingRow? PlaceOf(string unit) => _ranking.Value.FirstOrDefault(row => row.Unit == unit);

    /// <summary>The figure of the whole banner that a fact is about, as exact as the fact is printed.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="before">The text up to its number.</param>
    /// <returns>Null where there is nothing to hold against it.</returns>
    public decimal? Of(Fact fact, ReadOnlySpan<char> before) =>
        fact
            is not {
                Unit: null,
                Level: null,
                Group: null,
                Platform: null,
                Account: null,
                Category: null,
                Comparator: null
            }
            ? null
        : fact is { Channel: Channel.Request, Measure: Measure.Other, Count: not null } ? RequestsBefore(before)
        : fact.Channel is not { } channel ? null
        : fact.Measure switch
        {
            Measure.Inspected => Point($"{channel}_inspected_count")?.Value,
            Measure.Passed => Point($"{channel}_pass_rate")?.Numerator,
            Measure.PassRate => Rounded(Point($"{channel}_pass_rate")?.Value * 100, fact),
            var measure when measure == Measure.ChangeOf(Measure.Issues) && fact.StatedUnit == Items => ChangeOf(
                fact,
                channel
            ),
            var measure when measure == Measure.ChangeOf(Measure.AdoptionRate) && fact.StatedUnit == Points => Rounded(
                IsQuarterBefore(fact) ? ReceiverOf(fact)?.ChangePp : null,
                fact
            ),
            _ => null,
        };

    private decimal? ChangeOf(Fact fact, string channel) =>
        !IsQuarterBefore(fact) ? null : Point($"{channel}_finding_count")?.Change;

    private AdoptionRow? ReceiverOf(Fact fact) =>
        Adoption.Of(snapshot, quarter).FirstOrDefault(row => row.Target == InspectionLevel.ReceiverOf(fact.Target));

    private decimal? RequestsBefore(ReadOnlySpan<char> before)
    {
        if (_requests.Value is not { } counts)
        {
            return null;
        }

        foreach (var (words, count) in DraftRequests.Told(counts))
        {
            if (before.EndsWith(words, StringComparison.Ordinal))
            {
                return count;
            }
        }

        return null;
    }

    private static bool IsQuarterBefore(Fact fact) => fact.Basis is "上季度" or "上一季度";

    private TrendPoint? Point(string metric) =>
        Trend.Metrics.Any(known => known.Name == metric)
        && Trend.Of(snapshot, metric, from: quarter, to: quarter) is [var point]
            ? point
            : null;

    private static decimal? Rounded(decimal? value, Fact fact) =>
        value is { } exact && fact.Number is { } printed ? DraftWords.Rounded(exact, printed.Scale) : null;
}
