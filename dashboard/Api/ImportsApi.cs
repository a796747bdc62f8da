using System.ComponentModel;
using Analytics.Dashboard.Serving;
using Analytics.Sources;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Loading files: a preview, then a confirmation.</summary>
internal static class ImportsApi
{
    /// <summary>The largest upload, all files together.</summary>
    public const long MaxUpload = 70 * 1024 * 1024;

    public static void MapImports(this RouteGroupBuilder api)
    {
        api.MapPost("/imports", Preview)
            .WithSummary("Try files")
            .WithDescription("multipart/form-data with one or more parts named files. Nothing is stored.")
            .WithMetadata(new AllowedQuery("quarter", "by"))
            .DisableAntiforgery()
            .WithProblems(400, 413, 415, 422);
        api.MapPost("/imports/{id}/confirm", Confirm)
            .WithSummary("Load what was tried")
            .WithDescription("All files as one batch, or none.")
            .WithProblems(404, 409, 422);
    }

    private static async Task<Results<Ok<ImportPreview>, ProblemHttpResult>> Preview(
        IFormFileCollection files,
        AnalyticsWarehouse warehouse,
        ImportPreviews previews,
        ISourceReader reader,
        [Description("The quarter of notices that do not say it.")] string? quarter = null,
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

        var read = new List<LoadFile>(files.Count);
        foreach (var file in files)
        {
            using var buffer = new MemoryStream();
            await file.CopyToAsync(buffer, cancel);
            read.Add(LoadFile.Read(Uri.UnescapeDataString(file.FileName), buffer.ToArray(), asked, reader));
        }

        var who = string.IsNullOrWhiteSpace(by) ? Environment.UserName : by;
        var report = warehouse.Load(read, who, dryRun: true);
        return TypedResults.Ok(new ImportPreview(previews.Keep(read, who), report));
    }

    private static Results<Ok<LoadReport>, ProblemHttpResult> Confirm(
        [Description("The id of the preview.")] string id,
        AnalyticsWarehouse warehouse,
        ImportPreviews previews,
        SnapshotHolder snapshots
    )
    {
        if (previews.Take(id) is not { } waiting)
        {
            return Problems.NoPreview(id);
        }

        var report = warehouse.Load(waiting.Files, waiting.By);
        if (report.BatchId is not null)
        {
            snapshots.Refresh();
        }

        return TypedResults.Ok(report);
    }
}
