using Analytics.Dashboard.Api;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Pages;

/// <summary>Everything the page of trends shows: one metric, the whole banner or a few units side by side.</summary>
public sealed record TrendsModel(
    TrendMetric Metric,
    IReadOnlyList<TrendSeries> Series,
    Quarter? From,
    Quarter? To,
    IReadOnlyList<QuarterRow> Quarters,
    IReadOnlyList<UnitRow> Units,
    string? ChartProblem
)
{
    /// <summary>More units than this cannot be told apart.</summary>
    public const int MostUnits = 4;

    /// <summary>Collects it.</summary>
    internal static TrendsModel Of(
        Snapshot snapshot,
        TrendMetric metric,
        IReadOnlyList<UnitRow> units,
        (Quarter? From, Quarter? To) range,
        PageCharts charts
    )
    {
        UnitRow?[] asked = units.Count > 0 ? [.. units] : [null];
        var series = asked.Select(unit => SeriesOf(snapshot, metric, unit, range, charts)).ToList();
        return new TrendsModel(
            metric,
            // One series has its table under the chart; several are compared in a table of their own.
            series is [var only]
                ? [only with { Chart = only.Chart?.Told() }]
                : series,
            range.From,
            range.To,
            Metrics.Quarters.All(snapshot),
            Metrics.Units.All(snapshot),
            charts.Problem
        );
    }

    /// <summary>Every quarter that any series has, the newest first.</summary>
    public IReadOnlyList<Quarter> Rows =>
        [.. Series.SelectMany(series => series.Points.Select(point => point.Quarter)).Distinct().OrderDescending()];

    private static TrendSeries SeriesOf(
        Snapshot snapshot,
        TrendMetric metric,
        UnitRow? unit,
        (Quarter? From, Quarter? To) range,
        PageCharts charts
    )
    {
        var address =
            $"/api/v1/charts/trend.svg?metric={metric.Name}"
            + (unit is null ? "" : $"&unit={unit.Code}")
            + (range.From is { } from ? $"&from={from}" : "")
            + (range.To is { } to ? $"&to={to}" : "");
        return new TrendSeries(
            unit,
            Trend.Of(snapshot, metric.Name, unit?.Code ?? Trend.WholeBanner, range.From, range.To),
            charts.View(
                snapshot.Version,
                address,
                (size, language) =>
                    ChartCatalog.Trend(snapshot, metric, unit, range.From, range.To, size, language: language)
            ),
            charts.View(
                snapshot.Version,
                address.Replace("/trend.svg", "/control.svg", StringComparison.Ordinal),
                (size, language) =>
                    ChartCatalog.Trend(snapshot, metric, unit, range.From, range.To, size, hasLimits: true, language)
            )
        );
    }
}

/// <summary>One line of the page of trends.</summary>
/// <param name="Unit">The unit; null for the whole banner.</param>
/// <param name="Points">Its quarters.</param>
/// <param name="Chart">Its chart; null where there is nothing to draw.</param>
/// <param name="Control">Its control chart; null with too few quarters.</param>
public sealed record TrendSeries(UnitRow? Unit, IReadOnlyList<TrendPoint> Points, ChartView? Chart, ChartView? Control);
