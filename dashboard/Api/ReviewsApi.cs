using System.ComponentModel;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Metrics;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Findings that wait for a person's category (待人工归类).</summary>
internal static class ReviewsApi
{
    public static void MapReviews(this RouteGroupBuilder api)
    {
        api.MapGet("/reviews", List)
            .WithSummary("Findings that wait for a person's category")
            .WithDescription("The least sure first, with what the model proposes and why a person must look.")
            .WithMetadata(new AllowedQuery("quarter"))
            .WithProblems(400);
        foreach (var suffix in RowsResult.Suffixes)
        {
            api.MapGet("/reviews" + suffix, List).WithMetadata(new AllowedQuery("quarter")).ExcludeFromDescription();
        }

        api.MapPost("/reviews/{finding}", Decide)
            .RequireAuthorization(Access.Editor)
            .WithSummary("Give a finding its category")
            .WithDescription(
                "Kept with who and when; the model's own answer stays beside it, and the next model learns from it."
            )
            .WithMetadata(new AllowedQuery("by"))
            .WithProblems(400, 422);
    }

    private static Results<RowsResult<IReadOnlyList<ReviewRow>>, ProblemHttpResult> List(
        SnapshotLease data,
        [Description("Only this quarter, for example 2024Q4.")] string? quarter = null
    )
    {
        if (Asked.OptionalQuarter(quarter, out var asked) is { } problem)
        {
            return problem;
        }

        var rows = Reviews.Queue(data.Snapshot, asked);
        return RowsResult.Of(rows, Tables.Reviews, rows, "reviews");
    }

    private static Ok<Annotation> Decide(
        [Description("The finding's id.")] string finding,
        ReviewRequest request,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        [Description("Who decides.")] string? by = null
    )
    {
        var decided = warehouse.Classifier.Annotate(finding, request.Category, Asked.Who(by));
        snapshots.Refresh();
        return TypedResults.Ok(decided);
    }
}

/// <summary>A category for a finding.</summary>
/// <param name="Category">Its code, of the finding's channel or of any.</param>
internal sealed record ReviewRequest(string Category);
