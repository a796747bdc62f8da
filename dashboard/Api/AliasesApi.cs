using System.ComponentModel;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Decisions on names (别名认定).</summary>
internal static class AliasesApi
{
    public static void MapAliases(this RouteGroupBuilder api)
    {
        api.MapGet("/units/aliases", List)
            .WithSummary("Decisions on names")
            .WithDescription("Those in force, the newest first, with who and when.")
            .WithProblems(400);
        api.MapPost("/units/aliases", Decide)
            .RequireAuthorization(Access.Editor)
            .WithSummary("Decide that a name means a unit")
            .WithDescription("Kept with who and when; later loads follow it.")
            .WithMetadata(new AllowedQuery("by"))
            .WithProblems(400, 404, 409, 422);
        api.MapPost("/units/aliases/{decision:long}/revoke", Revoke)
            .RequireAuthorization(Access.Editor)
            .WithSummary("Take a decision on a name back")
            .WithDescription("Rows that followed it stay until their file is loaded anew.")
            .WithMetadata(new AllowedQuery("by"))
            .WithProblems(400, 404);
    }

    private static RowsResult<IReadOnlyList<AliasDecision>> List(SnapshotLease data)
    {
        var rows = Units.Decisions(data.Snapshot);
        return RowsResult.Of(rows, Tables.Decisions, rows, "aliases");
    }

    private static Results<Ok<AliasDecision>, ProblemHttpResult> Revoke(
        [Description("The number of the decision.")] long decision,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        [Description("Who takes it back.")] string? by = null
    ) =>
        TakeBack(warehouse, snapshots, decision, Asked.Who(by)) is { } taken
            ? TypedResults.Ok(taken)
            : Problems.NoDecision(decision);

    /// <summary>Takes a decision back.</summary>
    /// <returns>It; null when none of that number is in force.</returns>
    internal static AliasDecision? TakeBack(
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        long decision,
        string by
    )
    {
        AliasDecision? found;
        using (var data = snapshots.Rent())
        {
            found = Units.Decisions(data.Snapshot).FirstOrDefault(one => one.Id == decision);
        }

        if (found is not null)
        {
            warehouse.RevokeAlias(decision, by);
            snapshots.Refresh();
        }

        return found;
    }

    private static Results<Ok<AliasDecision>, ProblemHttpResult> Decide(
        AliasRequest request,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        [Description("Who decides.")] string? by = null
    )
    {
        if (string.IsNullOrWhiteSpace(request.Words))
        {
            return Problems.BadRequest("words 是空的，应为来源中单位的写法，例如“旗教体局”。");
        }

        string code;
        Quarter? from = null;
        Quarter? to = null;
        using (var data = snapshots.Rent())
        {
            if (
                (
                    Asked.Unit(data.Snapshot, request.Unit, out var unit)
                    ?? Asked.OptionalQuarter(request.From, out from)
                    ?? Asked.OptionalQuarter(request.To, out to)
                ) is
                { } problem
            )
            {
                return problem;
            }

            code = unit!.Code;
        }

        var decision = warehouse.DecideAlias(request.Words, code, Asked.Who(by), from?.FirstDay, to?.LastDay);
        snapshots.Refresh();
        return TypedResults.Ok(decision);
    }
}

/// <summary>A name and the unit it means.</summary>
/// <param name="Words">The name as written in a source.</param>
/// <param name="Unit">The unit's code or name.</param>
/// <param name="From">The first quarter for which it holds; null for always before.</param>
/// <param name="To">The last quarter; null for ever after.</param>
internal sealed record AliasRequest(string Words, string Unit, string? From = null, string? To = null);
