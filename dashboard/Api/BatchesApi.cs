using System.ComponentModel;
using Analytics.Dashboard.Serving;
using Analytics.Metrics;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>One load, what rests on it, and undoing it.</summary>
internal static class BatchesApi
{
    public static void MapBatch(this RouteGroupBuilder api)
    {
        api.MapGet("/batches/{batch}", Show)
            .WithSummary("A batch and what rests on it")
            .WithDescription("Its files, and later batches, publications and decisions that rest on it.")
            .WithMetadata(new Unversioned())
            .WithProblems(400, 404);
        api.MapPost("/batches/{batch}/revert", Revert)
            .RequireAuthorization(Access.Admin)
            .WithSummary("Undo a batch")
            .WithDescription(
                "Afterwards every number is what it would be had the batch never been loaded. With force where something rests on it."
            )
            .WithMetadata(new AllowedQuery("force", "by"))
            .WithProblems(400, 404, 409, 422);
    }

    private static Results<Ok<BatchDetail>, ProblemHttpResult> Show(
        [Description("The number of the batch.")] long batch,
        SnapshotLease data,
        AnalyticsWarehouse warehouse
    ) =>
        Asked.Batch(data.Snapshot, batch, out var files) is { } problem
            ? problem
            : TypedResults.Ok(new BatchDetail(batch, files, warehouse.Dependents(batch)));

    private static Results<Ok<RevertReport>, ProblemHttpResult> Revert(
        [Description("The number of the batch.")] long batch,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        [Description("Whether to undo it although something rests on it.")] bool force = false,
        [Description("Who undoes it.")] string? by = null
    )
    {
        var (report, problem) = Undo(warehouse, snapshots, batch, force, Asked.Who(by));
        return problem is null ? TypedResults.Ok(report) : problem;
    }

    /// <summary>Undoes a batch unless something rests on it that nobody has been told of.</summary>
    internal static (RevertReport? Report, ProblemHttpResult? Problem) Undo(
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        long batch,
        bool force,
        string by
    )
    {
        using (var data = snapshots.Rent())
        {
            if (Asked.Batch(data.Snapshot, batch, out _) is { } unknown)
            {
                return (null, unknown);
            }
        }

        var detail = new BatchDetail(batch, [], warehouse.Dependents(batch));
        if (detail.NeedsForce && !force)
        {
            return (null, Problems.BatchIsUsed(batch, detail.Dependents));
        }

        var report = warehouse.Revert(batch, by);
        snapshots.Refresh();
        return (report, null);
    }
}

/// <summary>A batch.</summary>
/// <param name="Batch">Its number.</param>
/// <param name="Files">Its files.</param>
/// <param name="Dependents">What rests on it, and decisions that it rests on.</param>
public sealed record BatchDetail(long Batch, IReadOnlyList<BatchRow> Files, IReadOnlyList<Dependent> Dependents)
{
    /// <summary>Whether it is only undone with force. A decision on a name does not rest on the batch that used it.</summary>
    public bool NeedsForce => Dependents.Any(dependent => dependent.Kind != "alias");
}
