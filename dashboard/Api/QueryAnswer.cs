using System.Globalization;
using System.Reflection;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Export;
using Analytics.Query;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Analytics.Dashboard.Api;

/// <summary>The rows of a query in the format asked for, or how it goes.</summary>
/// <param name="Asked">The query.</param>
/// <param name="Result">Its result; null while there is none.</param>
/// <param name="Format">The format.</param>
/// <param name="ByteOrderMark">Whether CSV begins with one.</param>
internal sealed record QueryAnswer(AskedQuery Asked, QueryResult? Result, ResultFormat Format, bool ByteOrderMark)
    : IResult,
        IEndpointMetadataProvider
{
    /// <summary>The header with the query's id.</summary>
    public const string IdHeader = "Analytics-Query";

    /// <summary>The header with the number of rows.</summary>
    public const string RowsHeader = "Analytics-Rows";

    /// <summary>The header that says which limit cut the result off.</summary>
    public const string TruncatedHeader = "Analytics-Truncated";

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(QueryTable), [ResultFormat.Json.MediaType]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        try
        {
            await WriteAsync(httpContext);
        }
        finally
        {
            Asked.Release();
        }
    }

    private async Task WriteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers[IdHeader] = Asked.Id;
        if (Result is null)
        {
            await TypedResults.Accepted("/api/v1/queries/" + Asked.Id, QueryState.Of(Asked)).ExecuteAsync(httpContext);
            return;
        }

        headers[RowsHeader] = Result.Info.RowCount.ToString(CultureInfo.InvariantCulture);
        if (Result.Info.Truncated is { } limit)
        {
            headers[TruncatedHeader] = limit;
        }

        httpContext.Response.ContentType = Format.MediaType + (IsText ? "; charset=utf-8" : "");
        if (Format != ResultFormat.Json)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName($"query-{Asked.Id}{Format.Suffix}");
            headers.ContentDisposition = disposition.ToString();
        }

        try
        {
            await Format.WriteAsync(Result, httpContext.Response.Body, ByteOrderMark, httpContext.RequestAborted);
        }
        catch (QueryException refused) when (!httpContext.Response.HasStarted)
        {
            headers.Remove(RowsHeader);
            headers.Remove(TruncatedHeader);
            headers.ContentDisposition = default;
            await Problems.Query(refused.Fault).ExecuteAsync(httpContext);
        }
    }

    private bool IsText => Format.MediaType.StartsWith("text/", StringComparison.Ordinal);

    /// <summary>The format that a request asks for, by the end of its address or else by Accept; JSON by default.</summary>
    public static ResultFormat FormatOf(HttpRequest request) =>
        ResultFormat.All.FirstOrDefault(format => request.Path.Value!.EndsWith(format.Suffix, StringComparison.Ordinal))
        ?? request
            .GetTypedHeaders()
            .Accept.Select(accepted =>
                ResultFormat.All.FirstOrDefault(format => accepted.MediaType == format.MediaType)
            )
            .FirstOrDefault(format => format is not null)
        ?? ResultFormat.Json;

    /// <summary>An id without the ending of a format.</summary>
    public static string Bare(string id) =>
        ResultFormat.All.FirstOrDefault(format => id.EndsWith(format.Suffix, StringComparison.Ordinal)) is { } format
            ? id[..^format.Suffix.Length]
            : id;
}

/// <summary>How a query goes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">queued, running, done, or failed: then the result's address tells why.</param>
/// <param name="Position">Its place in the queue, from 1; null once it runs.</param>
/// <param name="ElapsedMs">Since it was asked, in milliseconds.</param>
internal sealed record QueryState(string Id, string State, int? Position, long ElapsedMs)
{
    /// <summary>How it goes now.</summary>
    public static QueryState Of(AskedQuery asked) =>
        new(
            asked.Id,
            asked.Ticket.Completion.IsCompletedSuccessfully ? "done"
                : asked.Ticket.Completion.IsCompleted ? "failed"
                : asked.Ticket.Position > 0 ? "queued"
                : "running",
            asked.Ticket.Position is > 0 and var position ? position : null,
            (long)asked.Ticket.Elapsed.TotalMilliseconds
        );
}

/// <summary>Rows as JSON, as the document tells them.</summary>
/// <param name="Columns">Names and types.</param>
/// <param name="Rows">A value for each column. Whole numbers beyond ±(2^53 − 1), and numbers of more than 15 digits, are strings: a double cannot hold them.</param>
/// <param name="RowCount">How many there are.</param>
/// <param name="Truncated">rows or bytes where that limit cut the result off, else null.</param>
/// <param name="RowLimit">The limit of rows that was asked for.</param>
/// <param name="ElapsedMs">How long it ran, in milliseconds.</param>
internal sealed record QueryTable(
    IReadOnlyList<ResultColumn> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows,
    long RowCount,
    string? Truncated,
    long RowLimit,
    double ElapsedMs
);

/// <summary>The answer of a route comes in every format of a result.</summary>
internal sealed record ResultFormats;
