using Analytics.Dashboard.Api;
using Analytics.Dashboard.Importing;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Metrics;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Pages;

/// <summary>The pages of loading and undoing. Forms are posted and answered by an address that shows what came of it; the gate refuses other sites.</summary>
internal static class ImportRoutes
{
    private const string Home = "/imports";

    public static void MapImportPages(this WebApplication app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().DisableAntiforgery().RequireAuthorization(Access.Leader);
        pages.MapGet("/imports", ListBatches);
        pages.MapGet("/imports/{id}", Show);
        pages.MapGet("/batches/{batch:long}", ShowBatch);

        var edits = pages.MapGroup("").RequireAuthorization(Access.Editor);
        edits.MapPost("/imports", UploadAsync);
        edits.MapPost("/imports/{id}/mapping", RemapAsync);
        edits.MapPost("/imports/{id}/aliases", DecideAsync);
        edits.MapPost("/imports/{id}/confirm", ConfirmAsync);
        edits.MapPost("/imports/aliases/{decision:long}/revoke", RevokeAliasAsync);
        pages.MapPost("/batches/{batch:long}/revert", RevertAsync).RequireAuthorization(Access.Admin);
    }

    private static RazorComponentResult<ImportsPage> ListBatches(SnapshotLease data) =>
        new(
            new
            {
                Batches = Batches.All(data.Snapshot),
                Decisions = Units.Decisions(data.Snapshot),
                UnitNames = Units
                    .All(data.Snapshot)
                    .ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal),
                User = Environment.UserName,
            }
        );

    private static async Task<IResult> UploadAsync(HttpRequest request, ImportDesk desk, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        if (Asked.OptionalQuarter(Given(form, "quarter"), out var quarter) is { } problem)
        {
            return PageResults.Problem(problem, Home);
        }

        var files = form.Files.Where(file => file.Length > 0 || file.FileName.Length > 0).ToList();
        if (files.Count == 0)
        {
            return PageResults.Problem(Problems.BadRequest("没有收到文件。请选择至少一个文件。"), Home);
        }

        var sent = await Upload.ReadAsync(files, cancel);
        return PageResults.Try(Home, () => At(desk.Preview(sent, quarter, Asked.Who(form["by"]), [], cancel).Id));
    }

    private static IResult Show(string id, ImportDesk desk, SnapshotLease data) =>
        desk.Find(id) is { } waiting
            ? new RazorComponentResult<ImportPage>(
                new { Preview = ImportPreview.Of(waiting), Units = Units.All(data.Snapshot) }
            )
            : PageResults.Problem(Problems.NoPreview(id), Home);

    private static async Task<IResult> RemapAsync(
        string id,
        HttpRequest request,
        ImportDesk desk,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        if (
            desk.Find(id) is not { Loaded: null } waiting
            || waiting
                .Import.Files.SelectMany(file => file.Reading?.Sheets ?? [])
                .FirstOrDefault(sheet => sheet.Shape == form["shape"])
                is not { } sheet
        )
        {
            return PageResults.Problem(Problems.NoPreview(id), Home);
        }

        return PageResults.Try(
            $"/imports/{id}",
            () =>
            {
                var mapping = TableMapping.Parse("列对应", MappingOf(form, sheet).ToJson());
                desk.Remap(waiting, [mapping, .. waiting.Import.Mappings.Where(other => other.Shape != mapping.Shape)]);
                return At(id);
            }
        );
    }

    private static TableMapping MappingOf(IFormCollection form, SheetReading sheet) =>
        new(
            sheet.Shape,
            Given(form, "kind"),
            [
                .. sheet
                    .Columns.Where(column =>
                        column.Heading.Length > 0 && Given(form, $"role-{column.Index}") is not null
                    )
                    .Select(column => new MappedColumn(
                        column.Heading,
                        Given(form, $"role-{column.Index}")!,
                        Given(form, $"detail-{column.Index}")
                    )),
            ]
        )
        {
            Channel = Given(form, "channel"),
            Level = Given(form, "level"),
            Period = Given(form, "period"),
        };

    private static async Task<IResult> DecideAsync(
        string id,
        HttpRequest request,
        ImportDesk desk,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        if (desk.Find(id) is not { Loaded: null } waiting)
        {
            return PageResults.Problem(Problems.NoPreview(id), Home);
        }

        var back = $"/imports/{id}";
        Quarter? to = null;
        if (
            (
                Asked.OptionalQuarter(Given(form, "from"), out var from)
                ?? Asked.OptionalQuarter(Given(form, "to"), out to)
            ) is
            { } problem
        )
        {
            return PageResults.Problem(problem, back);
        }

        return PageResults.Try(
            back,
            () =>
            {
                warehouse.DecideAlias(
                    form["words"].ToString(),
                    form["unit"].ToString(),
                    waiting.Import.By,
                    from?.FirstDay,
                    to?.LastDay
                );
                snapshots.Refresh();
                desk.Again(waiting);
                return At(id);
            }
        );
    }

    private static async Task<IResult> ConfirmAsync(
        string id,
        HttpRequest request,
        ImportDesk desk,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        return PageResults.Try(
            $"/imports/{id}",
            () =>
                desk.Confirm(id, form["acceptGoodRows"] == "true").Problem is { } problem
                    ? PageResults.Problem(problem, $"/imports/{id}")
                    : At(id)
        );
    }

    private static IResult ShowBatch(long batch, SnapshotLease data, AnalyticsWarehouse warehouse) =>
        Asked.Batch(data.Snapshot, batch, out var files) is { } problem
            ? PageResults.Problem(problem, Home)
            : new RazorComponentResult<BatchPage>(
                new { Detail = new BatchDetail(batch, files, warehouse.Dependents(batch)), User = Environment.UserName }
            );

    private static async Task<IResult> RevertAsync(
        long batch,
        HttpRequest request,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        var back = $"/batches/{batch}";
        return PageResults.Try(
            back,
            () =>
                BatchesApi.Undo(warehouse, snapshots, batch, form["force"] == "true", Asked.Who(form["by"])).Problem
                    is { } problem
                    ? PageResults.Problem(problem, back)
                    : TypedResults.LocalRedirect(back)
        );
    }

    private static async Task<IResult> RevokeAliasAsync(
        long decision,
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
                AliasesApi.TakeBack(warehouse, snapshots, decision, Asked.Who(form["by"])) is null
                    ? PageResults.Problem(Problems.NoDecision(decision), Home)
                    : TypedResults.LocalRedirect(Home + "#aliases")
        );
    }

    private static RedirectHttpResult At(string id) => TypedResults.LocalRedirect($"/imports/{id}");

    private static string? Given(IFormCollection form, string field) =>
        form[field].ToString().Trim() is { Length: > 0 } text ? text : null;
}
