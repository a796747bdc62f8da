using System.Text.Json;
using Analytics.Dashboard.Serving;
using Analytics.Ingest.Rulebooks;
using Analytics.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>What-if.</summary>
internal static class SimulationsApi
{
    public static void MapSimulations(this RouteGroupBuilder api) =>
        api.MapPost("/simulations", Simulate)
            .RequireAuthorization(Access.Analyst)
            .WithSummary("Rank a quarter by two rulebooks side by side")
            .WithDescription(
                "rulebook is a draft in full, or the id of a published one. It runs on a private copy; nothing is stored."
            )
            .WithProblems(400, 404, 422);

    private static Results<Ok<SimulationResult>, ProblemHttpResult> Simulate(
        SimulationRequest request,
        SnapshotLease data
    )
    {
        var id = request.Rulebook.ValueKind == JsonValueKind.String ? request.Rulebook.GetString() : null;
        if (id is null && request.Rulebook.ValueKind != JsonValueKind.Object)
        {
            return Problems.BadRequest("rulebook 应为评分规则的全文（JSON 对象），或一个已发布规则的代码。");
        }

        if (
            (
                Asked.Quarter(data.Snapshot, request.Quarter, out var quarter)
                ?? Asked.Rulebook(data.Snapshot, id)
                ?? Asked.Rulebook(data.Snapshot, request.Against)
            ) is
            { } problem
        )
        {
            return problem;
        }

        var draft = id is not null
            ? null
            : RulebookSource.Parse(
                "rulebook",
                System.Text.Encoding.UTF8.GetBytes(request.Rulebook.GetRawText()),
                Categories.List(data.Snapshot)
            );
        return Simulation.Run(data.Snapshot, quarter, draft, id, request.Against) is { } result
            ? TypedResults.Ok(result)
            : Problems.Unknown("rulebook", "评分规则", $"{quarter} 适用", []);
    }
}

/// <summary>What to try.</summary>
/// <param name="Quarter">The quarter, for example 2024Q4.</param>
/// <param name="Rulebook">A rulebook in full, or the id of a published one.</param>
/// <param name="Against">The id of the published rulebook to compare with; by default the one in effect.</param>
internal sealed record SimulationRequest(string Quarter, JsonElement Rulebook, string? Against = null);
