using System.ComponentModel;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Publishing quarters and rulebooks.</summary>
internal static class PublishingApi
{
    public static void MapPublishing(this RouteGroupBuilder api)
    {
        api.MapPost("/quarters/{quarter}/publish", PublishQuarter)
            .RequireAuthorization(Access.Admin)
            .WithSummary("Publish a quarter's ranking")
            .WithDescription(
                "Fixes rulebook, data and ranks; later corrections show as a difference and need a new publication."
            )
            .WithMetadata(new AllowedQuery("rulebook", "by"))
            .WithProblems(400, 404, 409, 422);
        api.MapPost("/rulebooks", PublishRulebookAsync)
            .RequireAuthorization(Access.Admin)
            .WithSummary("Publish a rulebook")
            .WithDescription("The body is the rulebook's JSON. From now on it never changes.")
            .WithMetadata(new AllowedQuery("by"))
            .Accepts<Rulebook>("application/json")
            .WithProblems(400, 409, 413, 422);
    }

    private static Results<Ok<PublishedQuarter>, ProblemHttpResult> PublishQuarter(
        [Description("The quarter, for example 2024Q4.")] string quarter,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        [Description("The rulebook's id; by default the one in effect.")] string? rulebook = null,
        [Description("Who publishes.")] string? by = null
    )
    {
        using var data = snapshots.Rent();
        if (
            (Asked.Quarter(data.Snapshot, quarter, out var asked) ?? Asked.Rulebook(data.Snapshot, rulebook)) is
            { } problem
        )
        {
            return problem;
        }

        var number = warehouse.PublishQuarter(asked, rulebook, Asked.Who(by));
        snapshots.Refresh();
        using var now = snapshots.Rent();
        return TypedResults.Ok(
            new PublishedQuarter(
                Publications.Of(now.Snapshot, asked).Single(publication => publication.Number == number)
            )
        );
    }

    private static async Task<Ok<PublishedRulebook>> PublishRulebookAsync(
        HttpRequest request,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        [Description("Who publishes.")] string? by = null,
        CancellationToken cancel = default
    )
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancel);
        var rulebook = warehouse.PublishRulebook(body.ToArray(), Asked.Who(by));
        snapshots.Refresh();
        using var now = snapshots.Rent();
        return TypedResults.Ok(
            new PublishedRulebook(Rulebooks.All(now.Snapshot).Single(known => known.Id == rulebook.Id))
        );
    }
}

/// <summary>A quarter that was published.</summary>
/// <param name="Publication">The publication.</param>
internal sealed record PublishedQuarter(PublicationRow Publication);

/// <summary>A rulebook that was published.</summary>
/// <param name="Rulebook">The rulebook.</param>
internal sealed record PublishedRulebook(RulebookRow Rulebook);
