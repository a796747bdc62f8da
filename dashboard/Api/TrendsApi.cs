using System.ComponentModel;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Trends.</summary>
internal static class TrendsApi
{
    public static void MapTrends(this RouteGroupBuilder api) =>
        api.MapGet("/trends/{metric}", Of)
            .WithSummary("A metric over the quarters")
            .WithDescription(
                "With the change against the quarter before and the same quarter last year: counts as difference and percent, rates in "
                    + "percentage points, ranks in places; breaks by renamed, merged and split units; Shewhart's control limits."
            )
            .WithMetadata(new AllowedQuery("unit", "from", "to"))
            .WithProblems(400, 404);

    private static Results<RowsResult<TrendAnswer>, ProblemHttpResult> Of(
        [Description("The metric, for example adoption_rate.")] string metric,
        SnapshotLease data,
        [Description("A unit: code, full name, short name or alias; by default the whole banner.")] string? unit = null,
        [Description("The first quarter.")] string? from = null,
        [Description("The last quarter.")] string? to = null
    )
    {
        Domain.Quarter? first = null;
        Domain.Quarter? last = null;
        TrendMetric? known = null;
        if (
            (
                Asked.Unit(data.Snapshot, unit, out var row)
                ?? Asked.Metric(metric, row, out known)
                ?? Asked.OptionalQuarter(from, out first)
                ?? Asked.OptionalQuarter(to, out last)
            ) is
            { } problem
        )
        {
            return problem;
        }

        var points = Trend.Of(data.Snapshot, known!.Name, row?.Code ?? Trend.WholeBanner, first, last);
        return RowsResult.Of(
            new TrendAnswer(known, row?.Code ?? Trend.WholeBanner, row?.ShortName ?? "全旗", points),
            Tables.Trend,
            points,
            $"trend-{known.Name}"
        );
    }
}

/// <summary>A metric over the quarters.</summary>
/// <param name="Metric">What is followed.</param>
/// <param name="Unit">The unit's code, or ALL.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Points">One per quarter with a value; missing quarters are left out. Before a merger or split one per unit there was.</param>
internal sealed record TrendAnswer(TrendMetric Metric, string Unit, string UnitName, IReadOnlyList<TrendPoint> Points);
