using System.ComponentModel;
using System.Text;
using Analytics.Dashboard.Importing;
using Analytics.Dashboard.Serving;
using Analytics.Ingest.Tables;
using Analytics.Sources;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Dashboard.Api;

/// <summary>Loading files: a preview, changed as often as needed, then a confirmation.</summary>
internal static class ImportsApi
{
    /// <summary>The largest upload, all files together: the largest file that is read.</summary>
    public const long MaxUpload = SourceLimits.MaxCsvBytes;

    public static void MapImports(this RouteGroupBuilder api)
    {
        api.MapPost("/imports", PreviewAsync)
            .RequireAuthorization(Access.Editor)
            .WithSummary("Try files")
            .WithDescription(
                "multipart/form-data with one or more parts named files, and mapping (JSON) where the columns are known. Nothing is stored. "
                    + "What can be decided (unknown units, refused rows) is in the answer; a file that cannot be read at all is refused."
            )
            .WithMetadata(new AllowedQuery("quarter", "by"))
            .DisableAntiforgery()
            .WithProblems(400, 413, 415, 422);
        api.MapGet("/imports/{id}", Show)
            .WithSummary("A preview")
            .WithDescription("Kept for half an hour, also after it was loaded.")
            .WithMetadata(new Unversioned())
            .WithProblems(404);
        api.MapPut("/imports/{id}/mapping", Remap)
            .RequireAuthorization(Access.Editor)
            .WithSummary("Read the columns otherwise")
            .WithDescription(
                "Replaces the mappings and tries again; on confirmation they are remembered for tables of the same shape."
            )
            .WithProblems(400, 404, 409, 422);
        api.MapGet("/imports/{id}/refused.csv", Refused)
            .WithSummary("Refused rows")
            .WithDescription(
                "One sheet's refused rows with two columns more, 原因 and 处理办法; mended, the file can be loaded as it is."
            )
            .WithMetadata(new AllowedQuery("sheet"), new Unversioned())
            .Produces<string>(200, "text/csv")
            .WithProblems(400, 404);
        api.MapPost("/imports/{id}/confirm", Confirm)
            .RequireAuthorization(Access.Editor)
            .WithSummary("Load what was tried")
            .WithDescription(
                "All files as one batch, or none; rows that are refused only stay out with acceptGoodRows."
            )
            .WithMetadata(new AllowedQuery("acceptGoodRows"))
            .WithProblems(400, 404, 409, 422);
    }

    private static async Task<Results<Ok<ImportPreview>, ProblemHttpResult>> PreviewAsync(
        IFormFileCollection files,
        ImportDesk desk,
        [FromForm, Description("A mapping as of data columns, JSON.")] string? mapping = null,
        [Description("The quarter of what does not say it.")] string? quarter = null,
        [Description("Who loads them.")] string? by = null,
        CancellationToken cancel = default
    )
    {
        if (Asked.OptionalQuarter(quarter, out var asked) is { } problem)
        {
            return problem;
        }

        if (files.Count == 0)
        {
            return Problems.BadRequest("没有收到文件。请用 multipart/form-data 上传，字段名为 files。");
        }

        IReadOnlyList<TableMapping> mappings = string.IsNullOrWhiteSpace(mapping)
            ? []
            : [TableMapping.Parse("mapping", mapping)];
        return TypedResults.Ok(
            ImportPreview.Of(
                desk.Preview(await Upload.ReadAsync(files, cancel), asked, Asked.Who(by), mappings, cancel)
            )
        );
    }

    private static Results<Ok<ImportPreview>, ProblemHttpResult> Show(
        [Description("The id of the preview.")] string id,
        ImportDesk desk
    ) => desk.Find(id) is { } waiting ? TypedResults.Ok(ImportPreview.Of(waiting)) : Problems.NoPreview(id);

    private static Results<Ok<ImportPreview>, ProblemHttpResult> Remap(
        [Description("The id of the preview.")] string id,
        ImportMappings body,
        ImportDesk desk
    )
    {
        if (desk.Find(id) is not { } waiting)
        {
            return Problems.NoPreview(id);
        }

        return waiting.Loaded is { } loaded
            ? Problems.ImportLoaded(id, loaded.BatchId)
            : TypedResults.Ok(
                ImportPreview.Of(
                    desk.Remap(
                        waiting,
                        [.. body.Mappings.Select(mapping => TableMapping.Parse("mapping", mapping.ToJson()))]
                    )
                )
            );
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Refused(
        [Description("The id of the preview.")] string id,
        ImportDesk desk,
        [Description("Which of the sheets with refused rows, from 1.")] int sheet = 1
    ) =>
        desk.Find(id) is not { } waiting ? Problems.NoPreview(id)
        : waiting.Import.Refused().ElementAtOrDefault(sheet - 1) is { } refused ? CsvOf(refused)
        : Problems.NothingRefused(id);

    private static Results<Ok<LoadReport>, ProblemHttpResult> Confirm(
        [Description("The id of the preview.")] string id,
        ImportDesk desk,
        [Description("Whether good rows go without the refused ones.")] bool acceptGoodRows = false
    )
    {
        var (report, problem) = desk.Confirm(id, acceptGoodRows);
        return problem is null ? TypedResults.Ok(report) : problem;
    }

    // Excel takes UTF-8 for something else without the byte order mark.
    private static FileContentHttpResult CsvOf(RefusedSheet refused) =>
        TypedResults.File(
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(refused.Csv)],
            "text/csv; charset=utf-8",
            refused.Name
        );
}

/// <summary>What the columns are (列对应).</summary>
/// <param name="Mappings">One for each shape of table; without a shape for every table that has all the headings.</param>
internal sealed record ImportMappings(IReadOnlyList<TableMapping> Mappings);
