using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Papers;

/// <summary>Where problems grew or fell against the quarter before, in words without figures: those stand with each channel.</summary>
/// <param name="snapshot">The data.</param>
/// <param name="quarter">The quarter.</param>
internal sealed class DraftMovements(Snapshot snapshot, Quarter quarter)
{
    // The quarter and the three before it: with their changes they reach back to the same quarter last year.
    private const int QuartersOfAYear = 4;

    private readonly Dictionary<string, IReadOnlyList<TrendPoint>> _points = new(StringComparer.Ordinal);

    /// <summary>The channels whose problems a notice tells, in its order.</summary>
    public static IReadOnlyList<string> Channels { get; } =
    [Channel.Openness, Channel.Request, Channel.Website, Channel.NewMedia, Channel.Interaction, Channel.Submission];

    /// <summary>The change of a channel's problems; null without a base, which sample data is not for real data.</summary>
    public decimal? ChangeOf(string channel) => Points(channel) is [.., var last] ? last.Change : null;

    /// <summary>The sentences; empty where nothing can be compared.</summary>
    public string Words()
    {
        var known = Channels.Where(channel => ChangeOf(channel) is not null).ToList();
        var clauses = new[]
        {
            Clause(known.Where(channel => ChangeOf(channel) > 0), "发现的问题增加"),
            Clause(known.Where(channel => ChangeOf(channel) < 0), "发现的问题减少"),
            Clause(known.Where(channel => ChangeOf(channel) == 0), "发现的问题持平"),
        }.OfType<string>();
        var compared = string.Join('，', clauses);
        var falling = Clause(known.Where(IsFalling), "发现的问题自去年同期以来逐季减少");
        return (compared.Length > 0 ? $"与上季度相比，{compared}。" : "") + (falling is null ? "" : falling + "。");
    }

    private bool IsFalling(string channel) =>
        Points(channel) is { Count: QuartersOfAYear } points && points.All(point => point.Change < 0);

    private IReadOnlyList<TrendPoint> Points(string channel)
    {
        if (!_points.TryGetValue(channel, out var points))
        {
            var first = quarter.YearBefore.Next;
            points = Trend.Of(snapshot, $"{channel}_finding_count", from: first, to: quarter);
            // Without a value in the quarter itself there is nothing to compare.
            points = points is [.., var last] && last.Quarter == quarter ? points : [];
            _points.Add(channel, points);
        }

        return points;
    }

    private static string? Clause(IEnumerable<string> channels, string words)
    {
        var names = string.Join('、', channels.Select(Channel.NameOf));
        return names.Length > 0 ? names + words : null;
    }
}
