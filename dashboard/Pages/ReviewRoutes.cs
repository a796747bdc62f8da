using Analytics.Dashboard.Api;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Pages;

/// <summary>The queue of findings that wait for a person's category, and the models.</summary>
internal static class ReviewRoutes
{
    private const string Home = "/review";
    private const int MostShown = 50;

    public static void MapReviewPages(this WebApplication app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().DisableAntiforgery().RequireAuthorization(Access.Leader);
        pages.MapGet("/review", ShowQueue);
        pages.MapPost("/review/{finding}", DecideAsync).RequireAuthorization(Access.Editor);
        pages.MapGet("/models", ListModels);
        pages.MapPost("/models", TrainAsync).RequireAuthorization(Access.Admin);
        pages.MapGet("/models/{id}", ShowModel);
        pages.MapPost("/models/{id}/activate", ActivateAsync).RequireAuthorization(Access.Admin);
    }

    private static IResult ShowQueue(SnapshotLease data, AnalyticsWarehouse warehouse, string? quarter = null)
    {
        if (Asked.OptionalQuarter(quarter, out var asked) is { } problem)
        {
            return PageResults.Problem(problem, Home);
        }

        var queue = Reviews.Queue(data.Snapshot, asked);
        var model = warehouse.Classifier.Current;
        return new RazorComponentResult<ReviewPage>(
            new
            {
                Waiting = queue.Count,
                Items = queue
                    .Take(MostShown)
                    .Select(row => new ReviewItem(row, model?.Explain(row.Words, row.Channel)))
                    .ToList(),
                Sources = Reviews.Sources(data.Snapshot),
                Categories = Categories.List(data.Snapshot).Categories,
                Quarters = Quarters.All(data.Snapshot),
                Asked = asked,
                HasModel = model is not null,
                User = Environment.UserName,
            }
        );
    }

    private static async Task<IResult> DecideAsync(
        string finding,
        HttpRequest request,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        return PageResults.Try(
            Home,
            () =>
            {
                warehouse.Classifier.Annotate(finding, form["category"].ToString(), Asked.Who(form["by"]));
                snapshots.Refresh();
                return TypedResults.LocalRedirect(
                    Quarter.TryParse(form["quarter"], out var quarter) ? $"{Home}?quarter={quarter}" : Home
                );
            }
        );
    }

    private static RazorComponentResult<ModelsPage> ListModels(SnapshotLease data) =>
        new(new { Models = Models.All(data.Snapshot), User = Environment.UserName });

    private static async Task<IResult> TrainAsync(
        HttpRequest request,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        return PageResults.Try(
            "/models",
            () =>
            {
                var report = warehouse.Classifier.Train(Asked.Who(form["by"]), form["force"] == "true", cancel);
                snapshots.Refresh();
                return TypedResults.LocalRedirect($"/models/{report.ModelId}");
            }
        );
    }

    private static IResult ShowModel(
        string id,
        SnapshotLease data,
        AnalyticsWarehouse warehouse,
        ChartService charts
    ) =>
        ModelsApi.Find(data.Snapshot, warehouse, id) is { } found
            ? new RazorComponentResult<ModelPage>(
                new
                {
                    Detail = found,
                    Names = Categories
                        .List(data.Snapshot)
                        .Categories.ToDictionary(one => one.Code, one => one.Name, StringComparer.Ordinal),
                    ChartProblem = charts.Problem,
                    User = Environment.UserName,
                }
            )
            : PageResults.Problem(Problems.Unknown("model", "模型", id, []), "/models");

    private static async Task<IResult> ActivateAsync(
        string id,
        HttpRequest request,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        return PageResults.Try(
            $"/models/{id}",
            () =>
            {
                var report = warehouse.Classifier.Activate(id, Asked.Who(form["by"]), form["force"] == "true");
                snapshots.Refresh();
                return report.IsActive
                    ? TypedResults.LocalRedirect($"/models/{report.ModelId}")
                    : PageResults.Problem(Problems.WorseModel(report), $"/models/{id}");
            }
        );
    }
}

/// <summary>A finding in the queue, and why the model thinks so.</summary>
/// <param name="Row">The finding.</param>
/// <param name="Why">Null when no model is in use.</param>
public sealed record ReviewItem(ReviewRow Row, Classify.Explanation? Why);
