using Analytics.Charts;
using Analytics.Dashboard.Output;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>A chart as a file: a picture, or the numbers drawn as a table.</summary>
internal static class ChartFile
{
    private const int MostWidth = 2000;
    private const string Chinese = "zh";
    private const string English = "en";

    /// <summary>The format that can be had for print.</summary>
    public const string Png = "png";
    private const string Svg = "svg";
    private const string Csv = "csv";
    private const string Xlsx = "xlsx";

    /// <summary>What a chart can be asked for as.</summary>
    public static readonly string[] Formats = [Png, Svg, Csv, Xlsx];

    /// <summary>The media types of <see cref="Formats"/>.</summary>
    public static readonly string[] MediaTypes =
    [
        "image/png",
        "image/svg+xml",
        RowsResult.CsvType,
        RowsResult.WorkbookType,
    ];

    /// <summary>Why a format cannot be had; null when it can. A table needs no font.</summary>
    public static ProblemHttpResult? ProblemOf(ChartService charts, string format) =>
        !Formats.Contains(format, StringComparer.Ordinal) ? Problems.Unknown("format", "图片格式", format, Formats)
        : charts.Problem is { } noFont && format is Png or Svg ? Problems.NoFont(noFont)
        : null;

    /// <summary>The language a request asks for, Chinese where it says nothing; or the problem with it.</summary>
    public static ProblemHttpResult? ProblemOf(string? asked, out ChartLanguage language)
    {
        language = asked == English ? ChartLanguage.English : ChartLanguage.Chinese;
        return asked is null or Chinese or English
            ? null
            : Problems.Unknown("language", "语言", asked, [Chinese, English]);
    }

    /// <summary>Why a picture cannot be so wide; null when it can.</summary>
    public static ProblemHttpResult? ProblemOfWidth(int? width) =>
        width is < ChartSize.LeastWidth or > MostWidth
            ? Problems.BadRequest($"宽度 {width} 应在 {ChartSize.LeastWidth} 与 {MostWidth} 之间。")
            : null;

    /// <summary>A PNG for print, with a name, for it is kept and put into papers.</summary>
    public static FileContentHttpResult ForPrint(ChartService charts, Chart chart, int dpi, string name) =>
        TypedResults.File(charts.Print(chart, dpi), MediaTypes[0], $"{name}.{Png}");

    /// <summary>The file.</summary>
    /// <param name="charts">Draws.</param>
    /// <param name="chart">What.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="name">The file's name without ending; pictures have none, for a page shows them.</param>
    /// <param name="theme">The ground of a picture.</param>
    public static FileContentHttpResult Of(
        ChartService charts,
        Chart chart,
        string format,
        string name,
        ChartTheme theme = ChartTheme.Light
    ) =>
        format switch
        {
            Csv => TypedResults.File(
                ChartTables.Csv(chart),
                RowsResult.CsvType + "; charset=utf-8",
                name + RowsResult.Suffix
            ),
            Xlsx => TypedResults.File(
                ChartTables.Xlsx(chart),
                RowsResult.WorkbookType,
                name + RowsResult.WorkbookSuffix
            ),
            _ => TypedResults.File(
                charts.Draw(chart, format == Png, theme),
                MediaTypes[Array.IndexOf(Formats, format)]
            ),
        };
}
