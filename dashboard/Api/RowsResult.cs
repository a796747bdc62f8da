using System.Reflection;
using System.Text;
using Analytics.Dashboard.Output;
using Microsoft.AspNetCore.Http.Metadata;

namespace Analytics.Dashboard.Api;

/// <summary>An answer that is JSON to most and CSV to who asks for text/csv or adds .csv to the address.</summary>
/// <typeparam name="T">The JSON answer.</typeparam>
/// <param name="answer">The answer.</param>
/// <param name="csv">The same rows as CSV.</param>
/// <param name="name">The file's name without ending.</param>
internal sealed class RowsResult<T>(T answer, Func<string> csv, string name) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(T), ["application/json"]));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (!RowsResult.WantsCsv(httpContext.Request))
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

    public static RowsResult<T> Of<T, TRow>(
        T answer,
        IReadOnlyList<Column<TRow>> columns,
        IEnumerable<TRow> rows,
        string name
    ) => new(answer, () => TableOutput.Csv(columns, rows), name);

    public static bool WantsCsv(HttpRequest request) =>
        request.Path.Value!.EndsWith(Suffix, StringComparison.Ordinal)
        || request.GetTypedHeaders().Accept.FirstOrDefault()?.MediaType.Value == "text/csv";

    /// <summary>A route value without the suffix.</summary>
    public static string Bare(string value) =>
        value.EndsWith(Suffix, StringComparison.Ordinal) ? value[..^Suffix.Length] : value;
}
