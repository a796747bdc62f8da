using System.Reflection;
using System.Text;
using Analytics.Dashboard.Output;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Analytics.Dashboard.Api;

/// <summary>An answer that is JSON to most and CSV or a workbook to who asks for text/csv or adds .csv or .xlsx to the address.</summary>
/// <typeparam name="T">The JSON answer.</typeparam>
/// <param name="answer">Makes the answer.</param>
/// <param name="csv">Makes the lines of the same rows as CSV.</param>
/// <param name="name">The file's name without ending.</param>
/// <param name="workbook">The same as a workbook.</param>
internal sealed class RowsResult<T>(Func<T> answer, Func<IEnumerable<string>> csv, string name, Func<byte[]> workbook)
    : IResult,
        IEndpointMetadataProvider
{
    private const int ChunkLength = 64 * 1024;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(T), ["application/json"]));
        builder.Metadata.Add(new TableToo());
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (RowsResult.Wants(httpContext.Request, RowsResult.WorkbookSuffix, RowsResult.WorkbookType))
        {
            return TypedResults
                .File(workbook(), RowsResult.WorkbookType, name + RowsResult.WorkbookSuffix)
                .ExecuteAsync(httpContext);
        }

        if (!RowsResult.Wants(httpContext.Request, RowsResult.Suffix, RowsResult.CsvType))
        {
            return TypedResults.Ok(answer()).ExecuteAsync(httpContext);
        }

        return WriteCsvAsync(httpContext);
    }

    // A million rows are sent as they are read; what cannot be read at all is still told as a problem.
    private async Task WriteCsvAsync(HttpContext context)
    {
        // Excel takes UTF-8 for something else without the byte order mark.
        var text = new StringBuilder("\uFEFF");
        foreach (var line in csv())
        {
            text.Append(line);
            if (text.Length > ChunkLength)
            {
                await SendAsync(context, text);
            }
        }

        await SendAsync(context, text);
    }

    private async Task SendAsync(HttpContext context, StringBuilder text)
    {
        var response = context.Response;
        if (!response.HasStarted)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(name + RowsResult.Suffix);
            response.ContentType = RowsResult.CsvType + "; charset=utf-8";
            response.Headers.ContentDisposition = disposition.ToString();
        }

        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), context.RequestAborted);
        text.Clear();
    }
}

/// <summary>Makes <see cref="RowsResult{T}"/>.</summary>
internal static class RowsResult
{
    public const string Suffix = ".csv";

    public const string CsvType = "text/csv";

    public const string WorkbookSuffix = ".xlsx";

    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The endings that ask for a format, whatever the Accept header says.</summary>
    public static IReadOnlyList<string> Suffixes { get; } = [Suffix, WorkbookSuffix, ".json"];

    public static RowsResult<T> Of<T, TRow>(
        T answer,
        IReadOnlyList<Column<TRow>> columns,
        IEnumerable<TRow> rows,
        string name,
        Func<byte[]>? workbook = null
    ) =>
        new(
            () => answer,
            () => TableOutput.CsvLines(columns, rows),
            name,
            workbook ?? (() => TableWorkbook.Of(name, columns, [.. rows]))
        );

    /// <summary>An answer that is one page of many rows, while CSV and a workbook give all of them: only what is asked for is read.</summary>
    public static RowsResult<T> Paged<T, TRow>(
        Func<T> page,
        IReadOnlyList<Column<TRow>> columns,
        Func<IEnumerable<TRow>> all,
        string name
    ) =>
        new(
            page,
            () => TableOutput.CsvLines(columns, all()),
            name,
            () => TableWorkbook.Of(name, columns, [.. all().Take(TableWorkbook.MostRows)])
        );

    public static bool Wants(HttpRequest request, string suffix, string mediaType) =>
        Suffixes.FirstOrDefault(known => request.Path.Value!.EndsWith(known, StringComparison.Ordinal)) is { } asked
            ? asked == suffix
            : request.GetTypedHeaders().Accept.FirstOrDefault()?.MediaType.Value == mediaType;

    /// <summary>The format a request asks for; each has an ETag of its own.</summary>
    public static string FormatOf(HttpRequest request) =>
        Wants(request, WorkbookSuffix, WorkbookType) ? "xlsx"
        : Wants(request, Suffix, CsvType) ? "csv"
        : "json";

    /// <summary>A route value without the suffix of a format.</summary>
    public static string Bare(string value) =>
        Suffixes.FirstOrDefault(known => value.EndsWith(known, StringComparison.Ordinal)) is { } suffix
            ? value[..^suffix.Length]
            : value;
}
