using Analytics.Charts;
using Analytics.Dashboard.Pages;
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
    /// <param name="language">The language of the words; null for Chinese.</param>
    /// <returns>Null when there is nobody to rank.</returns>
    public static Chart? Ranking(
        Snapshot snapshot,
        Quarter quarter,
        string? rulebook = null,
        string? group = null,
        string? unit = null,
        ChartSize? size = null,
        ChartLanguage? language = null
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
            TextOf(snapshot, quarter, rows[0].IsSample, language) with
            {
                Rulebook = NameOf(rules, language),
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
    /// <param name="language">The language of the words; null for Chinese.</param>
    /// <returns>Null when the unit has no score.</returns>
    public static Chart? Waterfall(
        Snapshot snapshot,
        Quarter quarter,
        UnitRow unit,
        string? rulebook = null,
        ChartSize? size = null,
        ChartLanguage? language = null
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
                (language ?? ChartLanguage.Chinese).Of(quarter),
                row.Score,
                [
                    .. Score
                        .Lines(snapshot, quarter, row.Rulebook, unit.Code)
                        .Select(line => new ScoreStep(
                            LabelOf(line, language),
                            line.Points ?? 0,
                            KindOf(line),
                            line.Line
                        )),
                ],
                row.IsSample
            ),
            TextOf(snapshot, quarter, row.IsSample, language) with
            {
                Rulebook = NameOf(rules, language),
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
    /// <param name="language">The language of the words; null for Chinese.</param>
    /// <returns>Null when no quarter has a value, or none has limits where they are asked for.</returns>
    public static Chart? Trend(
        Snapshot snapshot,
        TrendMetric metric,
        UnitRow? unit = null,
        Quarter? from = null,
        Quarter? to = null,
        ChartSize? size = null,
        bool hasLimits = false,
        ChartLanguage? language = null
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
            TrendSubject.Of(metric, unit?.ShortName, language ?? ChartLanguage.Chinese),
            TextOf(snapshot, last.Quarter, last.IsSample, language) with
            {
                Annotations = QuarterNotes.All(snapshot),
            },
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
    /// <param name="language">The language of the words; null for Chinese.</param>
    /// <returns>Null when nothing was found.</returns>
    public static Chart? Categories(
        Snapshot snapshot,
        UnitRow? unit = null,
        string? channel = null,
        Quarter? to = null,
        ChartSize? size = null,
        ChartLanguage? language = null
    )
    {
        var counts = FindingCounts.ByQuarter(snapshot, unit?.Code, channel, to);
        if (counts.All(count => count.Category == IssueCategory.None))
        {
            return null;
        }

        var say = language ?? ChartLanguage.Chinese;
        var subject = unit?.ShortName ?? say["全旗", "whole banner"];
        var last = counts.MaxBy(count => count.Quarter)!;
        return CategoriesChart.Of(
            counts,
            channel is null
                ? subject
                : subject + say["", ", "] + new Speech(say.IsEnglish, Ground: null).Channel(channel),
            TextOf(snapshot, last.Quarter, last.IsSample, language),
            size
        );
    }

    /// <summary>Problems of each unit and category in a quarter.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="channel">Only this channel; null for all.</param>
    /// <param name="size">Width and height; null for the usual.</param>
    /// <param name="language">The language of the words; null for Chinese.</param>
    /// <returns>Null when no unit was named.</returns>
    public static Chart? Heatmap(
        Snapshot snapshot,
        Quarter quarter,
        string? channel = null,
        ChartSize? size = null,
        ChartLanguage? language = null
    )
    {
        var counts = FindingCounts.ByUnit(snapshot, quarter, channel);
        return counts.Count == 0
            ? null
            : HeatmapChart.Of(counts, TextOf(snapshot, quarter, counts[0].IsSample, language), size);
    }

    /// <summary>The ranks of a group over the quarters.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="group">The group; null for that of the unit, or the first.</param>
    /// <param name="unit">The unit that stands out; null for the first of the last quarter.</param>
    /// <param name="to">The last quarter; null for all.</param>
    /// <param name="size">Width and height; null for the usual.</param>
    /// <param name="language">The language of the words; null for Chinese.</param>
    /// <returns>Null when nobody was ranked.</returns>
    public static Chart? Ranks(
        Snapshot snapshot,
        string? group = null,
        UnitRow? unit = null,
        Quarter? to = null,
        ChartSize? size = null,
        ChartLanguage? language = null
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
                TextOf(snapshot, own[^1].Quarter, own[^1].IsSample, language) with
                {
                    Rulebook = (language ?? ChartLanguage.Chinese)[
                        "各季度适用的评分规则",
                        "those in effect in each quarter"
                    ],
                },
                size
            );
    }

    private static ChartText TextOf(Snapshot snapshot, Quarter quarter, bool isSample, ChartLanguage? language)
    {
        var say = language ?? ChartLanguage.Chinese;
        return new()
        {
            Source =
                isSample ? say["示例数据，不是真实情况", "sample data, not real"]
                : Notices.Of(snapshot, quarter) is [var notice, ..] ? (notice.Number ?? notice.Title ?? notice.FileName)
                : say[$"{quarter.Chinese}已加载的数据", $"data loaded for {say.Of(quarter)}"],
            CutOff = quarter.LastDay,
            Language = say,
        };
    }

    private static string NameOf(RulebookRow rules, ChartLanguage? language) =>
        rules.Title
        + (
            language is not { IsEnglish: true } ? rules.Caveat
            : rules.Gaps.Count > 0 ? $", {rules.Gaps.Count} of its points not confirmed, so that it cannot rank"
            : rules.Confirmed ? ""
            : ", its points not confirmed by a public document"
        );

    private static string LabelOf(ScoreLine line, ChartLanguage? language) =>
        language is { IsEnglish: true } ? line.EnglishLabel : line.Label;

    private static ScoreStepKind KindOf(ScoreLine line) =>
        line.Kind switch
        {
            "base" => ScoreStepKind.Base,
            "unchecked" or "exempt" or "spread" or "rebase" => ScoreStepKind.Adjusted,
            _ => ScoreStepKind.Counted,
        };
}
