using System.ComponentModel;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Adoption (采用).</summary>
internal static class AdoptionApi
{
    public static void MapAdoption(this RouteGroupBuilder api) =>
        api.MapGet("/adoption/{quarter}", Of)
            .WithSummary("Adoption in a quarter")
            .WithDescription("Counts, the rate computed from them and the rate as printed, one row per receiver.")
            .WithProblems(400, 404);

    private static Results<RowsResult<IReadOnlyList<AdoptionRow>>, ProblemHttpResult> Of(
        [Description("The quarter, for example 2024Q4; 2024Q4.csv for CSV.")] string quarter,
        SnapshotLease data
    )
    {
        if (Asked.Quarter(data.Snapshot, quarter, out var asked) is { } problem)
        {
            return problem;
        }

        var rows = Adoption.Of(data.Snapshot, asked);
        return RowsResult.Of(rows, Tables.Adoption, rows, $"adoption-{asked}");
    }
}
