using System.ComponentModel;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Metrics;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>What does not agree in loaded notices (出入), and how persons settled it.</summary>
internal static class DiscrepanciesApi
{
    public static void MapDiscrepancies(this RouteGroupBuilder api)
    {
        api.MapList(
            "/discrepancies",
            List,
            "Discrepancies of loaded notices",
            "Stated and computed figures side by side; nothing is corrected. With how each was settled, by whom and when.",
            "quarter"
        );
        api.MapPost("/discrepancies/{id}/settle", Settle)
            .RequireAuthorization(Access.Editor)
            .WithSummary("Settle a discrepancy")
            .WithDescription("Kept with what was found out, who and when; no figure changes.")
            .WithMetadata(new AllowedQuery("by"))
            .WithProblems(400, 404, 409, 422);
        api.MapPost("/discrepancies/{id}/reopen", Reopen)
            .RequireAuthorization(Access.Editor)
            .WithSummary("Open a settled discrepancy again")
            .WithDescription("The decision stays on record as taken back.")
            .WithMetadata(new AllowedQuery("by"))
            .WithProblems(400, 404, 409, 422);
    }

    private static Results<RowsResult<IReadOnlyList<DiscrepancyRow>>, ProblemHttpResult> List(
        SnapshotLease data,
        [Description("Only this quarter, for example 2024Q4.")] string? quarter = null
    )
    {
        if (Asked.OptionalQuarter(quarter, out var asked) is { } problem)
        {
            return problem;
        }

        var rows = Discrepancies.All(data.Snapshot, asked);
        return RowsResult.Of(rows, Tables.Discrepancies, rows, "discrepancies");
    }

    private static Results<Ok<DiscrepancyRow>, ProblemHttpResult> Settle(
        [Description("The discrepancy's code.")] string id,
        SettlementRequest request,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        [Description("Who settles it.")] string? by = null
    )
    {
        if (Asked.Discrepancy(snapshots, id) is { } problem)
        {
            return problem;
        }

        warehouse.SettleDiscrepancy(id, request.Note, Asked.Who(by));
        return Now(snapshots, id);
    }

    private static Results<Ok<DiscrepancyRow>, ProblemHttpResult> Reopen(
        [Description("The discrepancy's code.")] string id,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        [Description("Who opens it again.")] string? by = null
    )
    {
        if (Asked.Discrepancy(snapshots, id) is { } problem)
        {
            return problem;
        }

        warehouse.ReopenDiscrepancy(id, Asked.Who(by));
        return Now(snapshots, id);
    }

    private static Ok<DiscrepancyRow> Now(SnapshotHolder snapshots, string id)
    {
        snapshots.Refresh();
        using var data = snapshots.Rent();
        return TypedResults.Ok(Discrepancies.Find(data.Snapshot, id)!);
    }
}

/// <summary>How a discrepancy was settled.</summary>
/// <param name="Note">What was found out and decided.</param>
internal sealed record SettlementRequest(string Note);
