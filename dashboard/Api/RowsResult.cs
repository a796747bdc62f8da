using System.Reflection;
using System.Text;
using Analytics.Dashboard.Output;
using Microsoft.AspNetCore.Http.Metadata;

namespace Analytics.Dashboard.Api;

/// <summary>An answer that is JSON to most and CSV CSV or a workbook to who asks for text/csv or adds .csv or .xlsx to the address.</summary>
/// <typeparam name="T">The JSON answer.</typeparam>
/// <param name="answer">The answer.</param>
/// <param name="csv">The same rows as CSV.</param>
/// <param name="name">The file's name without ending.</param>
/// <param name="workbook">The same as a workbook; null where there is none.</param>
internal sealed class RowsResult<T>(T answer, Func<string> csv, string name, Func<byte[]>? workbook)
    : IResult,
        IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(T), ["application/json"]));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (
            workbook is not null
            && RowsResult.Wants(httpContext.Request, RowsResult.WorkbookSuffix, RowsResult.WorkbookType)
        )
        {
            return TypedResults
                .File(workbook(), RowsResult.WorkbookType, name + RowsResult.WorkbookSuffix)
                .ExecuteAsync(httpContext);
        }

        if (!RowsResult.Wants(httpContext.Request, RowsResult.Suffix, "text/csv"))
        {
            return TypedResults.Ok(answer).ExecuteAsync(httpContext);
        }

        // Excel takes UTF-8 for something else without the byte order mark.
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv())];
        return TypedResults.File(bytes, "text/csv; charset=utf-8", name + ".csv").ExecuteAsync(httpContext);
    }
}

/// <summary>Makes <see cref="RowsResult{T}"/>.</summary>
internal static class RowsResult
{
    public const string Suffix = ".csv";

    public const string WorkbookSuffix = ".xlsx";

    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static RowsResult<T> Of<T, TRow>(
        T answer,
        IReadOnlyList<Column<TRow>> columns,
        IEnumerable<TRow> rows,
        string name,
        Func<byte[]>? workbook = null
    ) => new(answer, () => TableOutput.Csv(columns, rows), name, workbook);

    public static bool Wants(HttpRequest request, string suffix, string mediaType) =>
        request.Path.Value!.EndsWith(suffix, StringComparison.Ordinal)
        || request.GetTypedHeaders().Accept.FirstOrDefault()?.MediaType.Value == mediaType;

    /// <summary>The format a request asks for; each has an ETag of its own.</summary>
    public static string FormatOf(HttpRequest request) =>
        Wants(request, WorkbookSuffix, WorkbookType) ? "xlsx"
        : Wants(request, Suffix, "text/csv") ? "csv"
        : "json";

    /// <summary>A route value without the suffix of a format.</summary>
    public static string Bare(string value) =>
        value.EndsWith(Suffix, StringComparison.Ordinal) ? value[..^Suffix.Length]
        : value.EndsWith(WorkbookSuffix, StringComparison.Ordinal) ? value[..^WorkbookSuffix.Length]
        : value;
}
