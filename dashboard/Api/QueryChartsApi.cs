using System.ComponentModel;
using Analytics.Charts;
using Analytics.Dashboard.Serving;
using Analytics.Export;
using Analytics.Query;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>The quick chart of a query's result.</summary>
internal static class QueryChartsApi
{
    private static readonly string[] s_themes = ["light", "dark"];

    public static void MapQueryCharts(this RouteGroupBuilder api) =>
        api.MapGet("/queries/{id}/chart.{format}", DrawAsync)
            .RequireAuthorization(Access.Analyst)
            .WithSummary("A result as a picture")
            .WithDescription(
                "svg, png, csv or xlsx. Bars have at most 60 rows, a line 1,000; what is left out is said under the headline."
            )
            .WithMetadata(new AllowedQuery("kind", "x", "y", "width", "theme", "language"), new Unversioned())
            .Produces(200, contentType: "image/svg+xml", additionalContentTypes: ["image/png"])
            .WithProblems(400, 404, 409, 503);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DrawAsync(
        [Description("The query's id.")] string id,
        [Description("svg, png, csv or xlsx.")] string format,
        QueryDesk desk,
        ChartService charts,
        CancellationToken cancel,
        [Description("The column that names the rows, from 0.")] int x = 0,
        [Description("The column of the numbers, from 0.")] int y = 1,
        [Description("bar or line; bar by default.")] string? kind = null,
        [Description("The width in pixels; 1000 by default.")] int width = 1000,
        [Description("light or dark.")] string? theme = null,
        [Description("zh or en.")] string? language = null
    )
    {
        var isLine = kind == "line";
        var say = ChartLanguage.Chinese;
        if (
            (
                ChartFile.ProblemOf(charts, format)
                ?? ChartFile.ProblemOf(language, out say)
                ?? ProblemOf(kind, theme, width)
            ) is
            { } problem
        )
        {
            return problem;
        }

        if (desk.Find(id) is not { } asked)
        {
            return Problems.NoQuery(id);
        }

        if (!asked.Ticket.Completion.IsCompleted)
        {
            return Problems.QueryNotDone(id);
        }

        try
        {
            var result = await asked.Ticket.Completion;
            if (ProblemOf(result.Info, x, y) is { } noColumn)
            {
                return noColumn;
            }

            var most = isLine ? ResultChart.MostPoints : ResultChart.MostBars;
            var rows = await ResultColumns.ReadAsync(result, x, y, most, cancel);
            if (ProblemOf(rows, result.Info.Columns[y]) is { } noNumbers)
            {
                return noNumbers;
            }

            var chart = ResultChart.Of(
                SeriesOf(result.Info, rows!, x, y),
                isLine ? ResultChartKind.Line : ResultChartKind.Bar,
                new ChartText { Source = say["查询结果", "the result of a query"], Language = say },
                new ChartSize(width)
            );
            var ground = theme == "dark" ? ChartTheme.Dark : ChartTheme.Light;
            return ChartFile.Of(charts, chart, format, "query-" + id, ground);
        }
        catch (QueryException fault)
        {
            return Problems.Query(fault.Fault);
        }
    }

    private static ProblemHttpResult? ProblemOf(ResultInfo result, int x, int y) =>
        x < 0 || y < 0 || x >= result.Columns.Count || y >= result.Columns.Count
            ? Problems.BadRequest($"结果有 {result.Columns.Count} 列，x 和 y 应从 0 到 {result.Columns.Count - 1}。")
            : null;

    private static ProblemHttpResult? ProblemOf(IReadOnlyList<ResultRow>? rows, ResultColumn numbers) =>
        rows is null ? Problems.BadRequest($"列 {numbers.Name} 的类型是 {numbers.Type}，不是数，画不成图。")
        : rows.All(row => row.Number is null)
            ? Problems.NothingToDraw($"列 {numbers.Name} 在前 {rows.Count} 行中没有数。")
        : null;

    private static ProblemHttpResult? ProblemOf(string? kind, string? theme, int width) =>
        kind is not (null or "bar" or "line") ? Problems.Unknown("kind", "图的种类", kind, ["bar", "line"])
        : theme is not null && !s_themes.Contains(theme, StringComparer.Ordinal)
            ? Problems.Unknown("theme", "底色", theme, s_themes)
        : ChartFile.ProblemOfWidth(width);

    private static ResultSeries SeriesOf(ResultInfo result, IReadOnlyList<ResultRow> rows, int x, int y) =>
        new(
            result.Columns[x].Name,
            result.Columns[y].Name,
            [.. rows.Select(row => new ResultPoint(row.Name ?? "—", row.Number, row.IsSample))],
            result.RowCount,
            result.Truncated is not null
        );
}
