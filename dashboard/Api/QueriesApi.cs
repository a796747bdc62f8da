using System.ComponentModel;
using System.Text.Json;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Query;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Ad-hoc SQL (自由查询): asked in a process of its own, answered in the format asked for.</summary>
internal static class QueriesApi
{
    private const int MostRecent = 200;
    private const int MostParameters = 100;

    public static void MapQueries(this RouteGroupBuilder api)
    {
        var queries = api.MapGroup("/queries").RequireAuthorization(Access.Analyst).WithMetadata(new Unversioned());
        queries
            .MapPost("", AskAsync)
            .WithSummary("Run a query")
            .WithDescription(
                "One SELECT over the relations of /relations, with bound parameters only. It answers with the rows; where they take longer than wait "
                    + "milliseconds, with 202 and where to look: with a wait of 0 always. JSON has at most 10,000 rows unless rows says more, the other formats 1,000,000. What a limit cut "
                    + "off says so: truncated in JSON, the header Analytics-Truncated, a last line in CSV and NDJSON, a note in a workbook."
            )
            .WithMetadata(new AllowedQuery("bom"), new ResultFormats())
            .Produces<QueryState>(202)
            .WithProblems(400, 403, 409, 413, 422, 429, 504);
        queries
            .MapGet("", Recent)
            .WithSummary("Queries asked lately")
            .WithDescription("The newest first, at most 200, also refused ones; the record itself is kept for good.")
            .WithProblems();
        queries
            .MapGet("/{id}", ResultAsync)
            .WithSummary("A query's result, or how it goes")
            .WithDescription(
                "Kept for 15 minutes. Formats by Accept, or by .csv .xlsx .json .ndjson .arrow .parquet behind the id."
            )
            .WithMetadata(new AllowedQuery("wait", "bom"), new ResultFormats())
            .Produces<QueryState>(202)
            .WithProblems(400, 403, 404, 409, 413, 422, 504);
        queries
            .MapGet("/{id}/state", StateAsync)
            .WithSummary("How a query goes")
            .WithDescription("queued, running, done or failed; it waits for an end for up to wait milliseconds.")
            .WithMetadata(new AllowedQuery("wait"))
            .WithProblems(400, 404);
        queries
            .MapDelete("/{id}", Cancel)
            .WithSummary("Give a query up")
            .WithDescription("One that runs is ended at once; a result is let go.")
            .WithProblems(404);
        foreach (var format in ResultFormat.All)
        {
            api.MapPost("/queries" + format.Suffix, AskAsync)
                .RequireAuthorization(Access.Analyst)
                .WithMetadata(new AllowedQuery("bom"))
                .ExcludeFromDescription();
        }
    }

    private static async Task<Results<QueryAnswer, ProblemHttpResult>> AskAsync(
        QueryQuestion question,
        QueryDesk desk,
        HttpContext context,
        [Description("false leaves the byte order mark of CSV away.")] bool bom = true
    )
    {
        var format = QueryAnswer.FormatOf(context.Request);
        if (RequestOf(question, format, out var request) is { } problem)
        {
            return problem;
        }

        AskedQuery asked;
        try
        {
            asked = await desk.AskAsync(request!, Asked.Who(question.By), question.Via ?? "api");
        }
        catch (QueryException refused)
        {
            return Problems.Query(refused.Fault);
        }

        if (question.Wait is { } wait)
        {
            // Who waits for nothing is told the same of a quick query as of a slow one.
            return wait == 0
                ? new QueryAnswer(asked, Result: null, format, bom)
                : await AnswerAsync(asked, format, bom, wait, context.RequestAborted);
        }

        // Who waits for the end and goes before it does not want it any more.
        await using var gone = context.RequestAborted.Register(asked.Ticket.Cancel);
        return await AnswerAsync(asked, format, bom, wait: null, context.RequestAborted);
    }

    private static async Task<Results<QueryAnswer, ProblemHttpResult>> ResultAsync(
        [Description("The query's id.")] string id,
        QueryDesk desk,
        HttpContext context,
        [Description("How many milliseconds to wait for it, at most 30,000.")] int wait = 0,
        [Description("false leaves the byte order mark of CSV away.")] bool bom = true
    ) =>
        wait is < 0 or > QueryQuestion.LongestWait ? Problems.BadRequest(QueryQuestion.WaitRule)
        : desk.Hold(QueryAnswer.Bare(id)) is { } asked
            ? await AnswerAsync(asked, QueryAnswer.FormatOf(context.Request), bom, wait, context.RequestAborted)
        : Problems.NoQuery(QueryAnswer.Bare(id));

    private static async Task<Results<Ok<QueryState>, ProblemHttpResult>> StateAsync(
        [Description("The query's id.")] string id,
        QueryDesk desk,
        CancellationToken cancel,
        [Description("How many milliseconds to wait for the end, at most 30,000.")] int wait = 0
    ) =>
        wait is < 0 or > QueryQuestion.LongestWait ? Problems.BadRequest(QueryQuestion.WaitRule)
        : desk.Find(id) is { } asked ? TypedResults.Ok(await StateAfterAsync(asked, wait, cancel))
        : Problems.NoQuery(id);

    private static async Task<QueryState> StateAfterAsync(AskedQuery asked, int wait, CancellationToken cancel)
    {
        await asked
            .Recorded.WaitAsync(TimeSpan.FromMilliseconds(wait), cancel)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return QueryState.Of(asked);
    }

    private static Results<NoContent, ProblemHttpResult> Cancel(
        [Description("The query's id.")] string id,
        QueryDesk desk
    ) => desk.Remove(id) ? TypedResults.NoContent() : Problems.NoQuery(id);

    private static Ok<IEnumerable<QueryLine>> Recent(QueryArchive archive) =>
        TypedResults.Ok(archive.Recent(MostRecent).Select(QueryLine.Of));

    // The query is held for it; the answer lets it go when it is written.
    private static async Task<Results<QueryAnswer, ProblemHttpResult>> AnswerAsync(
        AskedQuery asked,
        ResultFormat format,
        bool byteOrderMark,
        int? wait,
        CancellationToken cancel
    )
    {
        try
        {
            var patience = wait is { } milliseconds
                ? TimeSpan.FromMilliseconds(milliseconds)
                : Timeout.InfiniteTimeSpan;
            var result = await asked.Ticket.Completion.WaitAsync(patience, cancel);
            await asked.Recorded;
            return new QueryAnswer(asked, result, format, byteOrderMark);
        }
        catch (TimeoutException)
        {
            return new QueryAnswer(asked, Result: null, format, byteOrderMark);
        }
        catch (QueryException fault)
        {
            await asked.Recorded;
            asked.Release();
            return Problems.Query(fault.Fault);
        }
        catch
        {
            asked.Release();
            throw;
        }
    }

    private static ProblemHttpResult? RequestOf(QueryQuestion question, ResultFormat format, out QueryRequest? request)
    {
        request = null;
        var rows = question.Rows ?? (format == ResultFormat.Json ? QueryRequest.DefaultRows : QueryRequest.MostRows);
        var seconds = question.Seconds ?? QueryRequest.DefaultDeadline.TotalSeconds;
        if (question.Wrong(rows, seconds) is { } wrong)
        {
            return Problems.BadRequest(wrong);
        }

        var parameters = new List<QueryParameter>();
        foreach (var (name, value) in question.Parameters ?? [])
        {
            if (!QueryQuestion.TryRead(value, out var read))
            {
                return Problems.BadRequest($"参数 {name} 的值应是文字、数字、true、false 或 null。");
            }

            parameters.Add(new(name, read));
        }

        if (parameters.Count > MostParameters)
        {
            return Problems.BadRequest($"参数有 {parameters.Count} 个，最多 {MostParameters} 个。");
        }

        request = new(
            question.Sql,
            Enum.Parse<QueryForm>(question.Form ?? nameof(QueryForm.Run), ignoreCase: true),
            parameters,
            rows,
            TimeSpan.FromSeconds(seconds)
        );
        return null;
    }
}

/// <summary>A query that was asked, as the list shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AskedAt">When, in UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Via">page, api or cli.</param>
/// <param name="Sql">The text.</param>
/// <param name="Parameters">Names and values.</param>
/// <param name="DurationMs">From asking to the end, in milliseconds.</param>
/// <param name="RowCount">The rows returned; null where there is no result.</param>
/// <param name="IsTruncated">Whether a limit cut the result off.</param>
/// <param name="Outcome">done, or why there is no result.</param>
/// <param name="Detail">What was said of it.</param>
internal sealed record QueryLine(
    string Id,
    DateTime AskedAt,
    string By,
    string Via,
    string Sql,
    JsonElement Parameters,
    long DurationMs,
    long? RowCount,
    bool IsTruncated,
    string Outcome,
    string? Detail
)
{
    /// <summary>A record as a line.</summary>
    public static QueryLine Of(QueryRecord record) =>
        new(
            record.Id,
            record.AskedAt,
            record.By,
            record.Via,
            record.Sql,
            JsonSerializer.Deserialize<JsonElement>(record.Parameters),
            (long)record.Duration.TotalMilliseconds,
            record.RowCount,
            record.IsTruncated,
            record.Outcome,
            record.Detail
        );
}
