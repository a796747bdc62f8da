using Analytics.Charts;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard;

/// <summary>The charts that can be asked for by name, on the page, over HTTP and on the command line.</summary>
public static class ChartCatalog
{
    /// <summary>Every chart's name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["ranking", "trend", "waterfall"];

    /// <summary>The ranking of a quarter.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="rulebook">The rulebook's id; null for the one in effect.</param>
    /// <param name="group">Only this group; null for all.</param>
    /// <param name="unit">A unit to stand out; null for none.</param>
    /// <param name="size">Width and height; null for the usual.</param>
    /// <returns>Null when there is nobody to rank.</returns>
    public static Chart? Ranking(
        Snapshot snapshot,
        Quarter quarter,
        string? rulebook = null,
        string? group = null,
        string? unit = null,
        ChartSize? size = null
    )
    {
        var rows = Metrics.Ranking.Rank(snapshot, quarter, rulebook, group);
        if (rows.Count == 0)
        {
            return null;
        }

        var rules = Rulebooks.All(snapshot).Single(known => known.Id == rows[0].Rulebook);
        return RankingChart.Of(
            rows,
            new ChartText
            {
                Source = SourceOf(snapshot, quarter, rows[0].IsSample),
                CutOff = quarter.LastDay,
                Rulebook = rules.Title + rules.Caveat,
            },
            size,
            unit
        );
    }

    /// <summary>How a unit's score comes about.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="rulebook">The rulebook's id; null for the one in effect.</param>
    /// <param name="size">Width and height; null for the usual.</param>
    /// <returns>Null when the unit has no score.</returns>
    public static Chart? Waterfall(
        Snapshot snapshot,
        Quarter quarter,
        UnitRow unit,
        string? rulebook = null,
        ChartSize? size = null
    )
    {
        ArgumentNullException.ThrowIfNull(unit);
        var row = Metrics.Ranking.Rank(snapshot, quarter, rulebook).FirstOrDefault(ranked => ranked.Unit == unit.Code);
        if (row?.Score is null)
        {
            return null;
        }

        var rules = Rulebooks.All(snapshot).Single(known => known.Id == row.Rulebook);
        return WaterfallChart.Of(
            new ScoreSteps(
                unit.ShortName,
                quarter.Chinese,
                row.Score,
                [
                    .. Score
                        .Lines(snapshot, quarter, row.Rulebook, unit.Code)
                        .Select(line => new ScoreStep(line.Label, line.Points ?? 0, KindOf(line))),
                ],
                row.IsSample
            ),
            new ChartText
            {
                Source = SourceOf(snapshot, quarter, row.IsSample),
                CutOff = quarter.LastDay,
                Rulebook = rules.Title + rules.Caveat,
            },
            size
        );
    }

    /// <summary>A metric over the quarters.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="unit">The unit; null for the whole banner.</param>
    /// <param name="from">The first quarter; null for all.</param>
    /// <param name="to">The last quarter; null for all.</param>
    /// <param name="size">Width and height; null for the usual.</param>
    /// <returns>Null when no quarter has a value.</returns>
    public static Chart? Trend(
        Snapshot snapshot,
        TrendMetric metric,
        UnitRow? unit = null,
        Quarter? from = null,
        Quarter? to = null,
        ChartSize? size = null
    )
    {
        ArgumentNullException.ThrowIfNull(metric);
        // Units that were merged or split have series of their own, which one line cannot show.
        var points = Metrics
            .Trend.Of(snapshot, metric.Name, unit?.Code ?? Metrics.Trend.WholeBanner, from, to)
            .Where(point => point.IsOwn)
            .ToList();
        if (points.Count == 0)
        {
            return null;
        }

        var last = points[^1];
        return TrendChart.Of(
            points,
            new TrendSubject(metric.Title, unit?.ShortName ?? "全旗"),
            new ChartText { Source = SourceOf(snapshot, last.Quarter, last.IsSample), CutOff = last.Quarter.LastDay },
            size
        );
    }

    private static ScoreStepKind KindOf(ScoreLine line) =>
        line.Kind switch
        {
            "base" => ScoreStepKind.Base,
            "unchecked" or "exempt" or "spread" or "rebase" => ScoreStepKind.Adjusted,
            _ => ScoreStepKind.Counted,
        };

    private static string SourceOf(Snapshot snapshot, Quarter quarter, bool isSample) =>
        isSample ? "示例数据，不是真实情况"
        : Notices.Of(snapshot, quarter) is [var notice, ..] ? (notice.Number ?? notice.Title ?? notice.FileName)
        : $"{quarter.Chinese}已加载的数据";
}
