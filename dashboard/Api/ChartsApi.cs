using System.ComponentModel;
using Analytics.Charts;
using Analytics.Dashboard.Serving;
using Analytics.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Charts.</summary>
internal static class ChartsApi
{
    public static void MapCharts(this RouteGroupBuilder api) =>
        api.MapGet("/charts/{name}.{format}", Draw)
            .WithSummary("A chart as PNG or SVG")
            .WithDescription(
                "ranking: quarter, group, unit to highlight. trend: metric, unit, from, to. waterfall: quarter, unit, rulebook. width in pixels, 480 to 2000."
            )
            .WithMetadata(new AllowedQuery("quarter", "rulebook", "group", "unit", "metric", "from", "to", "width"))
            .Produces<byte[]>(200, "image/png", "image/svg+xml")
            .WithProblems(400, 404, 503);

    private static Results<FileContentHttpResult, ProblemHttpResult> Draw(
        [Description("ranking, trend or waterfall.")] string name,
        [Description("png or svg.")] string format,
        SnapshotLease data,
        ChartService charts,
        HttpRequest request,
        [AsParameters] ChartQuery query
    )
    {
        if (!ChartCatalog.Names.Contains(name, StringComparer.Ordinal))
        {
            return Problems.Unknown("chart", "图表", name, ChartCatalog.Names);
        }

        if (format is not ("png" or "svg"))
        {
            return Problems.Unknown("format", "图片格式", format, ["png", "svg"]);
        }

        if (query.Width is < 480 or > 2000)
        {
            return Problems.BadRequest($"宽度 {query.Width} 应在 480 与 2000 之间。");
        }

        if (charts.Problem is { } noFont)
        {
            return Problems.NoFont(noFont);
        }

        if (Prepare(name, data, query, out var chart) is { } problem)
        {
            return problem;
        }

        var bytes = charts.Draw(
            $"{data.Snapshot.Version} {request.Path}{request.QueryString}",
            format == "png",
            chart!
        );
        return bytes is null
            ? Problems.NothingToDraw("按这些条件没有数据可画，请换一个季度、组别或单位。")
            : TypedResults.File(bytes, format == "png" ? "image/png" : "image/svg+xml");
    }

    private static ProblemHttpResult? Prepare(
        string name,
        SnapshotLease data,
        ChartQuery query,
        out Func<Chart?>? chart
    )
    {
        chart = null;
        var size = query.Width is { } width ? new ChartSize(width) : null;
        if (Asked.Unit(data.Snapshot, query.Unit, out var unit) is { } unknown)
        {
            return unknown;
        }

        if (name == "ranking")
        {
            var quarter = default(Domain.Quarter);
            var problem = query.Quarter is null
                ? Problems.BadRequest("排名图需要 quarter，例如 quarter=2024Q4。")
                : Asked.Quarter(data.Snapshot, query.Quarter, out quarter)
                    ?? Asked.Rulebook(data.Snapshot, query.Rulebook);
            chart = () => ChartCatalog.Ranking(data.Snapshot, quarter, query.Rulebook, query.Group, unit?.Code, size);
            return problem;
        }

        if (name == "waterfall")
        {
            var quarter = default(Domain.Quarter);
            var problem =
                query.Quarter is null || unit is null
                    ? Problems.BadRequest("得分瀑布图需要 quarter 和 unit，例如 quarter=2024Q4&unit=zhasake。")
                    : Asked.Quarter(data.Snapshot, query.Quarter, out quarter)
                        ?? Asked.Rulebook(data.Snapshot, query.Rulebook);
            chart = () => ChartCatalog.Waterfall(data.Snapshot, quarter, unit!, query.Rulebook, size);
            return problem;
        }

        TrendMetric? metric = null;
        Domain.Quarter? from = null;
        Domain.Quarter? to = null;
        var wrong =
            Asked.Metric(query.Metric ?? "adoption_rate", unit, out metric)
            ?? Asked.OptionalQuarter(query.From, out from)
            ?? Asked.OptionalQuarter(query.To, out to);
        chart = () => ChartCatalog.Trend(data.Snapshot, metric!, unit, from, to, size);
        return wrong;
    }
}

/// <summary>What a chart is asked for.</summary>
internal sealed record ChartQuery(
    [property: Description("The quarter of a ranking.")] string? Quarter = null,
    [property: Description("The rulebook of a ranking.")] string? Rulebook = null,
    [property: Description("Only one ranked group.")] string? Group = null,
    [property: Description("A unit: highlighted in a ranking, followed in a trend.")] string? Unit = null,
    [property: Description("The metric of a trend; adoption_rate by default.")] string? Metric = null,
    [property: Description("The first quarter of a trend.")] string? From = null,
    [property: Description("The last quarter of a trend.")] string? To = null,
    [property: Description("Pixels, 480 to 2000.")] int? Width = null
);
