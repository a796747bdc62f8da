using System.ComponentModel;
using System.Security.Cryptography;
using Analytics.Dashboard.Serving;
using Analytics.Metrics;
using Analytics.Query;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>What there is to ask about, and queries under a name.</summary>
internal static class SavedQueriesApi
{
    private const int MostTitle = 100;

    public static void MapSavedQueries(this RouteGroupBuilder api)
    {
        api.MapGet("/relations", (SnapshotLease data) => TypedResults.Ok(Relations.All(data.Snapshot)))
            .RequireAuthorization(Access.Analyst)
            .WithSummary("Tables and macros for queries")
            .WithDescription("With their columns, types and Chinese comments; macros with their parameters.")
            .WithProblems();
        var saved = api.MapGroup("/saved-queries").RequireAuthorization(Access.Analyst).WithMetadata(new Unversioned());
        saved
            .MapGet("", (QueryShelf shelf) => TypedResults.Ok(shelf.All()))
            .WithSummary("Saved queries and examples")
            .WithDescription("Examples come with the data; each has an address, /sql/{id}.")
            .WithProblems();
        saved
            .MapPost("", Save)
            .WithSummary("Save a query under a name")
            .WithDescription("The values of its parameters are what its fields hold at first.")
            .WithProblems(400);
        saved
            .MapDelete("/{id}", Delete)
            .WithSummary("Remove a saved query")
            .WithDescription("Examples stay: they are files of the data folder.")
            .WithProblems(404);
    }

    private static Results<Created<SavedQuery>, ProblemHttpResult> Save(
        SavedQuestion question,
        QueryShelf shelf,
        TimeProvider clock
    )
    {
        if (
            string.IsNullOrWhiteSpace(question.Title)
            || question.Title.Trim().Length > MostTitle
            || question.Title.Any(char.IsControl)
        )
        {
            return Problems.BadRequest($"请给查询起一个名称，不超过 {MostTitle} 个字，不要换行。");
        }

        if (string.IsNullOrWhiteSpace(question.Sql) || question.Sql.Length > QueryRequest.MostText)
        {
            return Problems.BadRequest($"没有 SQL，或超过 {QueryRequest.MostText} 个字符。");
        }

        var saved = new SavedQuery(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
            question.Title.Trim(),
            question.Sql,
            [
                .. (question.Parameters ?? []).Select(field => new QueryField(
                    field.Name,
                    field.Value ?? "",
                    field.Name,
                    field.Name
                )),
            ]
        );
        shelf.Save(saved, clock.GetUtcNow().UtcDateTime, Asked.Who(question.By));
        return TypedResults.Created("/sql/" + saved.Id, saved);
    }

    private static Results<NoContent, ProblemHttpResult> Delete(
        [Description("The saved query's id.")] string id,
        QueryShelf shelf
    ) => shelf.Delete(id) ? TypedResults.NoContent() : Problems.Unknown("saved-query", "保存的查询", id, []);
}

/// <summary>A query to save.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Sql">The text.</param>
/// <param name="Parameters">What its fields hold at first.</param>
/// <param name="By">Who saves it; whoever runs the server by default.</param>
internal sealed record SavedQuestion(
    string Title,
    string Sql,
    IReadOnlyList<SavedValue>? Parameters = null,
    string? By = null
);

/// <summary>What a field holds at first.</summary>
/// <param name="Name">The parameter's name, without the dollar sign.</param>
/// <param name="Value">Its value as text.</param>
internal sealed record SavedValue(string Name, string? Value);
