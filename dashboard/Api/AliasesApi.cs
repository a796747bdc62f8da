using System.ComponentModel;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Decisions on names (别名认定).</summary>
internal static class AliasesApi
{
    public static void MapAliases(this RouteGroupBuilder api) =>
        api.MapPost("/units/aliases", Decide)
            .WithSummary("Decide that a name means a unit")
            .WithDescription("Kept with who and when; later loads follow it.")
            .WithMetadata(new AllowedQuery("by"))
            .WithProblems(400, 404, 409, 422);

    private static Results<Ok<AliasDecision>, ProblemHttpResult> Decide(
        AliasRequest request,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        [Description("Who decides.")] string? by = null
    )
    {
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
