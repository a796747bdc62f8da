using Analytics.Dashboard.Api;
using Analytics.Dashboard.Serving;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Pages;

/// <summary>Settling discrepancies (出入了结) from the page of their quarter.</summary>
internal static class DiscrepancyRoutes
{
    public static void MapDiscrepancyPages(this WebApplication app)
    {
        var pages = app.MapGroup("/discrepancies")
            .ExcludeFromDescription()
            .DisableAntiforgery()
            .RequireAuthorization(Access.Editor);
        pages.MapPost("/{id}/settle", SettleAsync);
        pages.MapPost("/{id}/reopen", ReopenAsync);
    }

    private static Task<IResult> SettleAsync(
        string id,
        HttpRequest request,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        CancellationToken cancel
    ) =>
        ChangeAsync(
            id,
            request,
            snapshots,
            form => warehouse.SettleDiscrepancy(id, form["note"].ToString(), Asked.Who(form["by"])),
            cancel
        );

    private static Task<IResult> ReopenAsync(
        string id,
        HttpRequest request,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        CancellationToken cancel
    ) => ChangeAsync(id, request, snapshots, form => warehouse.ReopenDiscrepancy(id, Asked.Who(form["by"])), cancel);

    private static async Task<IResult> ChangeAsync(
        string id,
        HttpRequest request,
        SnapshotHolder snapshots,
        Action<IFormCollection> change,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        string home;
        using (var data = snapshots.Rent())
        {
            if (Discrepancies.Find(data.Snapshot, id) is not { } found)
            {
                return PageResults.Problem(Problems.Unknown("discrepancy", "出入", id, []), "/notices");
            }

            home = $"/quarters/{found.Quarter}";
        }

        return PageResults.Try(
            home,
            () =>
            {
                change(form);
                snapshots.Refresh();
                return TypedResults.LocalRedirect($"{home}#{id}");
            }
        );
    }
}
