using Analytics.Dashboard.Api;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Pages;

/// <summary>Everything the page of a unit shows.</summary>
public sealed record UnitModel(
    UnitRow Unit,
    Quarter Quarter,
    IReadOnlyList<QuarterRow> Quarters,
    RankingRow? Ranked,
    RulebookRow? Rulebook,
    string? AskedRulebook,
    IReadOnlyList<ScoreLine> Lines,
    IReadOnlyList<VetoRow> Vetoes,
    IReadOnlyList<FindingRow> Findings,
    IReadOnlyList<UnitTrend> Trends,
    string? ChartProblem,
    ChartView? Waterfall,
    ChartView? Ranks,
    Func<string, string> NameOf
)
{
    /// <summary>Collects it.</summary>
    internal static UnitModel Of(Snapshot snapshot, UnitRow unit, Quarter quarter, string? rulebook, PageCharts charts)
    {
        var ranked = Ranking.Rank(snapshot, quarter, rulebook).FirstOrDefault(other => other.Unit == unit.Code);
        var names = Units
            .All(snapshot)
            .ToDictionary(known => known.Code, known => known.ShortName, StringComparer.Ordinal);
        return new UnitModel(
            unit,
            quarter,
            Metrics.Quarters.All(snapshot),
            ranked,
            Rulebooks.All(snapshot).FirstOrDefault(known => known.Id == ranked?.Rulebook),
            rulebook,
            Score.Lines(snapshot, quarter, rulebook, unit.Code),
            Metrics.Vetoes.Of(snapshot, quarter, unit.Code),
            Metrics.Findings.Of(snapshot, quarter, unit.Code),
            [
                .. Trend
                    .Metrics.Where(metric => metric.Name is "unit_rank" or "unit_score" or "finding_count")
                    .Select(metric => TrendOf(snapshot, metric, unit, quarter, charts)),
            ],
            charts.Problem,
            ranked?.Outcome == Ranking.Scored
                ? charts.View(
                    snapshot.Version,
                    $"/api/v1/charts/waterfall.svg?quarter={quarter}&unit={unit.Code}&rulebook={ranked.Rulebook}",
                    (size, language) => ChartCatalog.Waterfall(snapshot, quarter, unit, ranked.Rulebook, size, language)
                )
                : null,
            charts.View(
                snapshot.Version,
                $"/api/v1/charts/ranks.svg?unit={unit.Code}&to={quarter}",
                (size, language) =>
                    ChartCatalog.Ranks(snapshot, unit: unit, to: quarter, size: size, language: language)
            ),
            code => names.GetValueOrDefault(code, code)
        );
    }

    private static UnitTrend TrendOf(
        Snapshot snapshot,
        TrendMetric metric,
        UnitRow unit,
        Quarter quarter,
        PageCharts charts
    ) =>
        new(
            metric,
            Trend.Of(snapshot, metric.Name, unit.Code, to: quarter),
            charts
                .View(
                    snapshot.Version,
                    $"/api/v1/charts/trend.svg?metric={metric.Name}&unit={unit.Code}&to={quarter}",
                    (size, language) =>
                        ChartCatalog.Trend(snapshot, metric, unit, to: quarter, size: size, language: language)
                )
                ?.Told()
        );
}

/// <summary>One metric of a unit over the quarters.</summary>
public sealed record UnitTrend(TrendMetric Metric, IReadOnlyList<TrendPoint> Points, ChartView? Chart);
