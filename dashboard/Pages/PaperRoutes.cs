using Analytics.Dashboard.Api;
using Analytics.Dashboard.Importing;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Sources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Pages;

/// <summary>The pages of what is handed in: papers to take, and files that come back to be audited or verified.</summary>
internal static class PaperRoutes
{
    private const string Home = "/papers";

    public static void MapPaperPages(this WebApplication app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().DisableAntiforgery().RequireAuthorization(Access.Leader);
        pages.MapGet("/papers", Latest);
        pages.MapGet("/papers/{quarter}", Show);
        pages.MapGet("/sheets/{quarter}/{unit}", ShowSheet);
        pages.MapPost("/papers/audit", AuditAsync).RequireAuthorization(Access.Analyst);
        pages.MapPost("/papers/verify", VerifyAsync).RequireAuthorization(Access.Analyst);
    }

    private static IResult Latest(SnapshotLease data, PaperDesk desk) =>
        Quarters.Latest(data.Snapshot) is { } latest
            ? Show(latest.Quarter.ToString(), data, desk)
            : PageRoutes.Empty(data);

    private static IResult Show(string quarter, SnapshotLease data, PaperDesk desk)
    {
        if (Asked.Quarter(data.Snapshot, quarter, out var asked) is { } problem)
        {
            return PageResults.Problem(problem);
        }

        var assessment = Assessment.Of(data.Snapshot, asked, rulebook: null);
        return PageResults.Try(
            "/",
            () =>
                new RazorComponentResult<PapersPage>(
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        [nameof(PapersPage.Quarter)] = asked,
                        [nameof(PapersPage.Quarters)] = Quarters.All(data.Snapshot),
                        [nameof(PapersPage.Units)] = assessment is null
                            ? []
                            : Units
                                .All(data.Snapshot)
                                .Where(unit => assessment.Rows.Any(row => row.Unit == unit.Code))
                                .ToList(),
                        [nameof(PapersPage.Templates)] = desk.Templates(),
                        [nameof(PapersPage.Reasons)] = assessment?.Reasons,
                        [nameof(PapersPage.IsSample)] = assessment?.IsSample ?? false,
                    }
                )
        );
    }

    private static IResult ShowSheet(
        string quarter,
        string unit,
        SnapshotLease data,
        string? rulebook = null,
        string? due = null
    ) =>
        PapersApi.SheetOf(data.Snapshot, quarter, unit, Given(rulebook), due, out var sheet) is { } problem
            ? PageResults.Problem(problem, Home)
            : new RazorComponentResult<UnitSheetPage>(
                new
                {
                    Sheet = sheet,
                    File = $"/api/v1/sheets/{quarter}/{Uri.EscapeDataString(unit)}.docx{Asking(("due", due), ("rulebook", rulebook))}",
                }
            );

    private static async Task<IResult> AuditAsync(
        HttpRequest request,
        SnapshotLease data,
        PaperDesk desk,
        ISourceReader reader,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        if (form.Files is not [{ Length: > 0 } file])
        {
            return PageResults.Problem(Problems.BadRequest("没有收到文件。请选择一份通报。"), Home);
        }

        var against = Given(form["against"].ToString());
        Quarter asked = default;
        if (against is not null && Asked.Quarter(data.Snapshot, against, out asked) is { } problem)
        {
            return PageResults.Problem(problem, Home);
        }

        var (name, bytes) = (await Upload.ReadAsync([file], cancel))[0];
        return PageResults.Try(
            Home,
            () =>
                new RazorComponentResult<AuditPage>(
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        [nameof(AuditPage.FileName)] = name,
                        [nameof(AuditPage.Against)] = against is null ? null : asked,
                        [nameof(AuditPage.Audit)] = desk.Audit(
                            reader.Read(name, bytes, cancel),
                            against is null ? null : (data.Snapshot, asked)
                        ),
                    }
                )
        );
    }

    private static async Task<IResult> VerifyAsync(HttpRequest request, SnapshotLease data, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        if (form.Files is not [{ Length: > 0 } file])
        {
            return PageResults.Problem(Problems.BadRequest("没有收到文件。请选择导出的考核材料。"), Home);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        content.Position = 0;
        return AssessmentsApi.Verify(content, data.Snapshot, out var found) is { } problem
            ? PageResults.Problem(problem, Home)
            : new RazorComponentResult<VerificationPage>(new { FileName = Upload.NameOf(file), Found = found });
    }

    private static string Asking(params (string Name, string? Value)[] given) =>
        QueryString
            .Create(
                given.Where(one => Given(one.Value) is not null).Select(one => KeyValuePair.Create(one.Name, one.Value))
            )
            .ToString();

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
