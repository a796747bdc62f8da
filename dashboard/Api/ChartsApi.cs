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
            .WithSummary("A chart as PNG or SVG, or the numbers drawn as CSV or a workbook")
            .WithDescription(
                "ranking: quarter, group, unit to highlight. trend, control: metric, unit, from, to. waterfall: quarter, unit, rulebook. categories: unit, channel, to. heatmap: quarter, channel. ranks: group, unit to highlight, to. width in pixels, 340 to 2000; dpi instead of it for print: a PNG 156 mm wide and at most a page high, 72 to 600 dots to the inch; theme: light or dark; language: zh or en."
            )
            .WithMetadata(
                new AllowedQuery(
                    "quarter",
                    "rulebook",
                    "group",
                    "unit",
                    "channel",
                    "metric",
                    "from",
                    "to",
                    "width",
                    "dpi",
                    "theme",
                    "language"
                )
            )
            .Produces<byte[]>(200, ChartFile.MediaTypes[0], ChartFile.MediaTypes[1..])
            .WithProblems(400, 404, 503);

    private static Results<FileContentHttpResult, ProblemHttpResult> Draw(
        [Description("ranking, trend, control, waterfall, categories, heatmap or ranks.")] string name,
        [Description("png, svg, csv or xlsx.")] string format,
        SnapshotLease data,
        ChartService charts,
        [AsParameters] ChartQuery query
    )
    {
        if (!ChartCatalog.Names.Contains(name, StringComparer.Ordinal))
        {
            return Problems.Unknown("chart", "图表", name, ChartCatalog.Names);
        }

        if (ChartFile.ProblemOf(charts, format) is { } wrong)
        {
            return wrong;
        }

        if (ChartFile.ProblemOfWidth(query.Width) is { } badWidth)
        {
            return badWidth;
        }

        if (
            query.Dpi is { } dpi
            && (
                format != ChartFile.Png
                || query.Width is not null
                || query.Theme == "dark"
                || dpi is < ChartPrint.LeastDpi or > ChartPrint.MostDpi
            )
        )
        {
            return Problems.BadRequest(
                $"dpi 用于印刷的 png，在 {ChartPrint.LeastDpi} 与 {ChartPrint.MostDpi} 之间，不能与 width 或深色底一起使用。"
            );
        }

        if (query.Theme is not (null or "light" or "dark"))
        {
            return Problems.Unknown("theme", "底色", query.Theme, ["light", "dark"]);
        }

        if (Prepare(name, data, query, out var chart) is { } problem)
        {
            return problem;
        }

        return chart!() is not { } made ? Problems.NothingToDraw("按这些条件没有数据可画，请换一个季度、组别或单位。")
            : query.Dpi is { } print ? ChartFile.ForPrint(charts, made, print, FileNameOf(name, query))
            : ChartFile.Of(
                charts,
                made,
                format,
                FileNameOf(name, query),
                query.Theme == "dark" ? ChartTheme.Dark : ChartTheme.Light
            );
    }

    // Says what is in it, as far as a file's name can.
    private static string FileNameOf(string name, ChartQuery query) =>
        string.Join('-', new[] { name, query.Metric, query.Group, query.Channel, query.Quarter }.OfType<string>());

    private static ProblemHttpResult? Prepare(
        string name,
        SnapshotLease data,
        ChartQuery query,
        out Func<Chart?>? chart
    )
    {
        var snapshot = data.Snapshot;
        var language = ChartLanguage.Chinese;
        var size =
            query.Dpi is not null ? ChartPrint.Page
            : query.Width is { } width ? new ChartSize(width)
            : null;
        var quarter = default(Domain.Quarter);
        var (from, to) = ((Domain.Quarter?)null, (Domain.Quarter?)null);
        TrendMetric? metric = null;
        UnitRow? unit = null;
        var problem =
            Asked.Unit(snapshot, query.Unit, out unit)
            ?? Asked.Rulebook(snapshot, query.Rulebook)
            ?? Asked.OfChannel(query.Channel)
            ?? Asked.OptionalQuarter(query.From, out from)
            ?? Asked.OptionalQuarter(query.To, out to)
            ?? ChartFile.ProblemOf(query.Language, out language)
            ?? name switch
            {
                "waterfall" when query.Quarter is null || unit is null => Problems.BadRequest(
                    "得分瀑布图需要 quarter 和 unit，例如 quarter=2024Q4&unit=zhasake。"
                ),
                "ranking" or "heatmap" when query.Quarter is null => Problems.BadRequest(
                    "这张图需要 quarter，例如 quarter=2024Q4。"
                ),
                "ranking" or "heatmap" or "waterfall" => Asked.Quarter(snapshot, query.Quarter!, out quarter),
                "trend" or "control" => Asked.Metric(query.Metric ?? "adoption_rate", unit, out metric),
                _ => null,
            };
        chart = name switch
        {
            "ranking" => () =>
                ChartCatalog.Ranking(snapshot, quarter, query.Rulebook, query.Group, unit?.Code, size, language),
            "waterfall" => () => ChartCatalog.Waterfall(snapshot, quarter, unit!, query.Rulebook, size, language),
            "heatmap" => () => ChartCatalog.Heatmap(snapshot, quarter, query.Channel, size, language),
            "categories" => () => ChartCatalog.Categories(snapshot, unit, query.Channel, to, size, language),
            "ranks" => () => ChartCatalog.Ranks(snapshot, query.Group, unit, to, size, language),
            _ => () => ChartCatalog.Trend(snapshot, metric!, unit, from, to, size, name == "control", language),
        };
        return problem;
    }
}

/// <summary>What a chart is asked for.</summary>
internal sealed record ChartQuery(
    [property: Description("The quarter of a ranking.")] string? Quarter = null,
    [property: Description("The rulebook of a ranking.")] string? Rulebook = null,
    [property: Description("Only one ranked group.")] string? Group = null,
    [property: Description("A unit: highlighted in a ranking, followed in a trend.")] string? Unit = null,
    [property: Description("Only one channel: website, newmedia, openness, request, submission or interaction.")]
        string? Channel = null,
    [property: Description("The metric of a trend; adoption_rate by default.")] string? Metric = null,
    [property: Description("The first quarter of a trend.")] string? From = null,
    [property: Description("The last quarter of a trend.")] string? To = null,
    [property: Description("Pixels, 340 to 2000.")] int? Width = null,
    [property: Description("Dots to the inch of a PNG for print, 72 to 600; instead of a width.")] int? Dpi = null,
    [property: Description("The ground: light (the usual) or dark.")] string? Theme = null,
    [property: Description("The language of the words: zh (the usual) or en.")] string? Language = null
);
