using Analytics.Dashboard.Api;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Pages;

/// <summary>Everything the page of a quarter shows.</summary>
public sealed record QuarterModel(
    Quarter Quarter,
    bool IsSample,
    IReadOnlyList<QuarterRow> Quarters,
    IReadOnlyList<NoticeRow> Notices,
    IReadOnlyList<AdoptionRow> Adoption,
    IReadOnlyList<ChannelRow> Channels,
    IReadOnlyList<StatedRow> Stated,
    IReadOnlyList<CoverageRow> Coverage,
    IReadOnlyList<RankingRow> Ranking,
    IReadOnlyList<(string Code, string Title)> Groups,
    RulebookRow? Rulebook,
    IReadOnlyList<(TrendMetric Metric, TrendPoint Point)> Changes,
    IReadOnlyList<TrendPoint> AdoptionTrend,
    IReadOnlyList<DiscrepancyRow> Discrepancies,
    IReadOnlyList<QuarterNote> Notes,
    IReadOnlyDictionary<string, ScoreLine> Reasons,
    QuarterCharts Charts
)
{
    /// <summary>Units shown at each end of a group.</summary>
    public const int Ends = 3;

    // What a leader asks about first; the others are on the page of trends.
    private static readonly string[] s_leading =
    [
        "adoption_rate",
        "website_finding_count",
        "newmedia_finding_count",
        "veto_count",
        "submitted_count",
        "adopted_count",
    ];

    /// <summary>Collects it.</summary>
    internal static QuarterModel Of(Snapshot snapshot, Quarter quarter, PageCharts charts)
    {
        var quarters = Metrics.Quarters.All(snapshot);
        var ranking = Metrics.Ranking.Rank(snapshot, quarter);
        var rulebook = ranking is [var first, ..] ? first.Rulebook : null;
        var trends = s_leading
            .Select(name => Trend.Metrics.Single(metric => metric.Name == name))
            .Select(metric => (Metric: metric, Points: Trend.Of(snapshot, metric.Name, to: quarter)))
            .ToList();
        return new QuarterModel(
            quarter,
            quarters.Any(known => known.Quarter == quarter && known.IsSample),
            quarters,
            Metrics.Notices.Of(snapshot, quarter),
            Metrics.Adoption.Of(snapshot, quarter),
            Findings.ByChannel(snapshot, quarter),
            Metrics.Notices.Stated(snapshot, quarter),
            Metrics.Coverage.Of(snapshot, quarter),
            ranking,
            rulebook is null ? [] : Rulebooks.Groups(snapshot, rulebook),
            Rulebooks.All(snapshot).FirstOrDefault(known => known.Id == rulebook),
            [
                .. trends
                    .Where(trend => trend.Points is [.., var last] && last.Quarter == quarter)
                    .Select(trend => (trend.Metric, trend.Points[^1])),
            ],
            trends[0].Points,
            Metrics.Discrepancies.All(snapshot, quarter),
            [.. QuarterNotes.All(snapshot).Where(note => note.Quarter == quarter)],
            Widest(Score.Lines(snapshot, quarter)),
            QuarterCharts.Of(snapshot, quarter, charts)
        );
    }

    /// <summary>The best and the worst of a group, each with their own; a group too small for both ends is shown whole.</summary>
    public (IReadOnlyList<RankingRow> Top, IReadOnlyList<RankingRow> Bottom) EndsOf(string group)
    {
        var ranked = Ranking.Where(row => row.Group == group && row.Rank is not null).ToList();
        return ranked.Count <= 2 * Ends ? (ranked, []) : (ranked[..Ends], ranked[^Ends..]);
    }

    /// <summary>The whole-channel total a notice states, where it states exactly one.</summary>
    public decimal? StatedTotal(string channel) =>
        Stated
            .Where(row =>
                row.Channel == channel
                && row is { Measure: Measure.Issues, Category: IssueCategory.None, Count: not null }
            )
            .ToList()
            is [var only]
            ? only.Count
            : null;

    /// <summary>Whether a rank is shared in its group.</summary>
    public bool IsShared(RankingRow row) => RankingModel.IsShared(Ranking, row);

    // What cost each unit most.
    private static Dictionary<string, ScoreLine> Widest(IReadOnlyList<ScoreLine> lines) =>
        lines
            .Where(line => line.Kind is "veto" || (line.Kind is "hit" or "quota" && line.Points < 0))
            .GroupBy(line => line.Unit, StringComparer.Ordinal)
            .ToDictionary(
                own => own.Key,
                own => own.FirstOrDefault(line => line.Kind == "veto") ?? own.MinBy(line => line.Points)!,
                StringComparer.Ordinal
            );
}

/// <summary>The charts of a quarter's page.</summary>
public sealed record QuarterCharts(string? Problem, ChartView? Adoption, ChartView? Categories, ChartView? Heatmap)
{
    /// <summary>Collects them.</summary>
    internal static QuarterCharts Of(Snapshot snapshot, Quarter quarter, PageCharts charts) =>
        new(
            charts.Problem,
            charts
                .View(
                    snapshot.Version,
                    $"/api/v1/charts/trend.svg?metric=adoption_rate&to={quarter}",
                    (size, language) =>
                        ChartCatalog.Trend(
                            snapshot,
                            Trend.Metrics.Single(metric => metric.Name == "adoption_rate"),
                            to: quarter,
                            size: size,
                            language: language
                        )
                )
                ?.Told(),
            charts.View(
                snapshot.Version,
                $"/api/v1/charts/categories.svg?to={quarter}",
                (size, language) => ChartCatalog.Categories(snapshot, to: quarter, size: size, language: language)
            ),
            charts.View(
                snapshot.Version,
                $"/api/v1/charts/heatmap.svg?quarter={quarter}",
                (size, language) => ChartCatalog.Heatmap(snapshot, quarter, size: size, language: language)
            )
        );
}
