using Analytics.Charts;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard;

/// <summary>The charts that can be asked for by name, on the page, over HTTP and on the command line.</summary>
public static class ChartCatalog
{
    /// <summary>Every chart's name.</summary>
    public static IReadOnlyList<string> Names { get; } =
    ["ranking", "trend", "control", "waterfall", "categories", "heatmap", "ranks"];

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
                        .Select(line => new ScoreStep(line.Label, line.Points ?? 0, KindOf(line), line.Line)),
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
    /// <param name="hasLimits">Whether control limits are shown.</param>
    /// <returns>Null when no quarter has a value, or none has limits where they are asked for.</returns>
    public static Chart? Trend(
        Snapshot snapshot,
        TrendMetric metric,
        UnitRow? unit = null,
        Quarter? from = null,
        Quarter? to = null,
        ChartSize? size = null,
        bool hasLimits = false
    )
    {
        ArgumentNullException.ThrowIfNull(metric);
        // Units that were merged or split have series of their own, which one line cannot show.
        var points = Metrics
            .Trend.Of(snapshot, metric.Name, unit?.Code ?? Metrics.Trend.WholeBanner, from, to)
            .Where(point => point.IsOwn)
            .ToList();
        if (points.Count == 0 || (hasLimits && points.TrueForAll(point => point.CenterLine is null)))
        {
            return null;
        }

        var last = points[^1];
        return TrendChart.Of(
            points,
            new TrendSubject(metric.Title, unit?.ShortName ?? "全旗"),
            new ChartText { Source = SourceOf(snapshot, last.Quarter, last.IsSample), CutOff = last.Quarter.LastDay },
            size,
            hasLimits
        );
    }

    /// <summary>Problems of each category, quarter by quarter.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="unit">Only this unit's; null for the whole banner's.</param>
    /// <param name="channel">Only this channel; null for all.</param>
    /// <param name="to">The last quarter; null for all.</param>
    /// <param name="size">Width and height; null for the usual.</param>
    /// <returns>Null when nothing was found.</returns>
    public static Chart? Categories(
        Snapshot snapshot,
        UnitRow? unit = null,
        string? channel = null,
        Quarter? to = null,
        ChartSize? size = null
    )
    {
        var counts = FindingCounts.ByQuarter(snapshot, unit?.Code, channel, to);
        return counts.All(count => count.Category == IssueCategory.None)
            ? null
            : CategoriesChart.Of(
                counts,
                (unit?.ShortName ?? "全旗") + (channel is null ? "" : Channel.NameOf(channel)),
                TextOf(snapshot, counts.MaxBy(count => count.Quarter)!),
                size
            );
    }

    /// <summary>Problems of each unit and category in a quarter.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="channel">Only this channel; null for all.</param>
    /// <param name="size">Width and height; null for the usual.</param>
    /// <returns>Null when no unit was named.</returns>
    public static Chart? Heatmap(Snapshot snapshot, Quarter quarter, string? channel = null, ChartSize? size = null)
    {
        var counts = FindingCounts.ByUnit(snapshot, quarter, channel);
        return counts.Count == 0 ? null : HeatmapChart.Of(counts, TextOf(snapshot, counts[0]), size);
    }

    /// <summary>The ranks of a group over the quarters.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="group">The group; null for that of the unit, or the first.</param>
    /// <param name="unit">The unit that stands out; null for the first of the last quarter.</param>
    /// <param name="to">The last quarter; null for all.</param>
    /// <param name="size">Width and height; null for the usual.</param>
    /// <returns>Null when nobody was ranked.</returns>
    public static Chart? Ranks(
        Snapshot snapshot,
        string? group = null,
        UnitRow? unit = null,
        Quarter? to = null,
        ChartSize? size = null
    )
    {
        var rows = Metrics.Ranking.History(snapshot, to);
        var wanted =
            group
            ?? rows.LastOrDefault(row => row.Unit == unit?.Code)?.Group
            ?? (rows is [var first, ..] ? first.Group : null);
        var own = rows.Where(row => row.Group == wanted).ToList();
        return own.Count == 0
            ? null
            : RanksChart.Of(
                own,
                unit?.Code,
                new ChartText
                {
                    Source = SourceOf(snapshot, own[^1].Quarter, own[^1].IsSample),
                    CutOff = own[^1].Quarter.LastDay,
                    Rulebook = "各季度适用的评分规则",
                },
                size
            );
    }

    private static ChartText TextOf(Snapshot snapshot, FindingCount last) =>
        new() { Source = SourceOf(snapshot, last.Quarter, last.IsSample), CutOff = last.Quarter.LastDay };

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
