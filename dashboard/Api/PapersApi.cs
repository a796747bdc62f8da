using System.ComponentModel;
using Analytics.Dashboard.Importing;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Papers;
using Analytics.Sources;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Papers beside the assessment: the draft of the next notice, a page for each unit, the list that units work off; and notices held against the data.</summary>
internal static class PapersApi
{
    private const string ZipType = "application/zip";

    public static void MapPapers(this RouteGroupBuilder api)
    {
        api.MapGet("/drafts/{quarter}.docx", Draft)
            .WithSummary("The draft of a quarter's notice")
            .WithDescription(
                "A Word file in the layout of GB/T 9704-2012: figures from the data, what only a person can write marked yellow, what is doubtful told in comments."
            )
            .WithMetadata(new AllowedQuery("rulebook", "template"), new Unversioned())
            .Produces<byte[]>(200, Document.MediaType)
            .WithProblems(400, 404);
        api.MapGet("/sheets/{quarter}/{unit}.docx", Sheet)
            .WithSummary("A page for a unit")
            .WithDescription("Its score and how it comes about, what was found, until when it has to be put right.")
            .WithMetadata(new AllowedQuery("rulebook", "due"))
            .Produces<byte[]>(200, Document.MediaType)
            .WithProblems(400, 404);
        api.MapGet("/sheets/{quarter}.zip", Sheets)
            .WithSummary("A page for every unit")
            .WithDescription("Word files in a zip file, in the order of the ranking.")
            .WithMetadata(new AllowedQuery("rulebook", "due"))
            .Produces<byte[]>(200, ZipType)
            .WithProblems(400, 404);
        api.MapGet("/rectifications/{quarter}.xlsx", Rectify)
            .WithSummary("The list that units work off")
            .WithDescription("Every finding with a unit, its deadline, and columns for what was done.")
            .WithMetadata(new AllowedQuery("rulebook", "due"))
            .Produces<byte[]>(200, RowsResult.WorkbookType)
            .WithProblems(400, 404);
        api.MapPost("/audits", AuditAsync)
            .RequireAuthorization(Access.Analyst)
            .WithSummary("Hold a notice against itself and the data")
            .WithDescription(
                "multipart/form-data with one part named file. Tells what in it does not add up and, with against, which figures are not those of the data "
                    + "and which units it leaves out or has too many. Nothing is loaded."
            )
            .WithMetadata(new AllowedQuery("against", "rulebook"), new Unversioned())
            .DisableAntiforgery()
            .WithProblems(400, 404, 413, 415, 422);
    }

    /// <summary>A quarter's assessment under a rulebook that is known, or the problem with what was asked for.</summary>
    internal static ProblemHttpResult? Assess(
        Snapshot snapshot,
        string quarter,
        string? rulebook,
        out Assessment? assessment
    )
    {
        assessment = null;
        if ((Asked.Quarter(snapshot, quarter, out var asked) ?? Asked.Rulebook(snapshot, rulebook)) is { } problem)
        {
            return problem;
        }

        assessment = Assessment.Of(snapshot, asked, rulebook);
        return assessment is null ? Problems.NoRulebook(asked) : null;
    }

    /// <summary>The sheet of a unit, or the problem with what was asked for.</summary>
    internal static ProblemHttpResult? SheetOf(
        Snapshot snapshot,
        string quarter,
        string unit,
        string? rulebook,
        string? due,
        out UnitSheet? sheet
    )
    {
        sheet = null;
        UnitRow? known = null;
        DateOnly? day = null;
        if (
            (
                Assess(snapshot, quarter, rulebook, out var assessment)
                ?? Asked.Unit(snapshot, unit, out known)
                ?? Asked.OptionalDay(due, out day)
            ) is
            { } problem
        )
        {
            return problem;
        }

        if (assessment!.Rows.FirstOrDefault(row => row.Unit == known!.Code) is not { } row)
        {
            return Problems.NotRanked(known!.Name, assessment.Quarter);
        }

        sheet = UnitSheet.Of(assessment, row, known!.Name, day);
        return null;
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Draft(
        [Description("The quarter, for example 2024Q4.")] string quarter,
        SnapshotLease data,
        PaperDesk desk,
        [Description(
            "The rulebook of the ranking in the appendix; by default the published one, else the one in effect."
        )]
            string? rulebook = null,
        [Description("The text of the last part, a file of data/templates; by default standard.")]
            string? template = null
    )
    {
        if (
            (Asked.Quarter(data.Snapshot, quarter, out var asked) ?? Asked.Rulebook(data.Snapshot, rulebook)) is
            { } problem
        )
        {
            return problem;
        }

        var known = desk.Templates();
        var name = template ?? DraftTemplate.Standard;
        return known.FirstOrDefault(one => one.Name == name) is { } chosen
            ? TypedResults.File(
                desk.Draft(data.Snapshot, asked, rulebook, chosen).Bytes,
                Document.MediaType,
                $"draft-{asked}.docx"
            )
            : Problems.Unknown("template", "模板", name, known.Select(one => one.Name));
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Sheet(
        [Description("The quarter, for example 2024Q4.")] string quarter,
        [Description("The unit's code or name.")] string unit,
        SnapshotLease data,
        [Description("The rulebook's id; by default the published one, else the one in effect.")]
            string? rulebook = null,
        [Description("Until when, for example 2025-02-10; by default a placeholder.")] string? due = null
    ) =>
        SheetOf(data.Snapshot, quarter, unit, rulebook, due, out var sheet) is { } problem
            ? problem
            : TypedResults.File(sheet!.ToDocument(), Document.MediaType, $"{sheet.Title}.docx");

    private static Results<FileContentHttpResult, ProblemHttpResult> Sheets(
        [Description("The quarter, for example 2024Q4.")] string quarter,
        SnapshotLease data,
        [Description("The rulebook's id; by default the published one, else the one in effect.")]
            string? rulebook = null,
        [Description("Until when, for example 2025-02-10; by default a placeholder.")] string? due = null
    ) =>
        Made(
            data.Snapshot,
            quarter,
            rulebook,
            due,
            (assessment, day) =>
                TypedResults.File(
                    UnitSheet.All(assessment, UnitSheet.NamesOf(data.Snapshot), day),
                    ZipType,
                    $"sheets-{assessment.Quarter}.zip"
                )
        );

    private static Results<FileContentHttpResult, ProblemHttpResult> Rectify(
        [Description("The quarter, for example 2024Q4.")] string quarter,
        SnapshotLease data,
        [Description("The rulebook's id; by default the published one, else the one in effect.")]
            string? rulebook = null,
        [Description("Until when, for example 2025-02-10; by default empty.")] string? due = null
    ) =>
        Made(
            data.Snapshot,
            quarter,
            rulebook,
            due,
            (assessment, day) =>
                TypedResults.File(
                    RectificationList.Of(assessment, day),
                    RowsResult.WorkbookType,
                    $"rectification-{assessment.Quarter}.xlsx"
                )
        );

    private static Results<FileContentHttpResult, ProblemHttpResult> Made(
        Snapshot snapshot,
        string quarter,
        string? rulebook,
        string? due,
        Func<Assessment, DateOnly?, FileContentHttpResult> make
    )
    {
        DateOnly? day = null;
        return
            (Assess(snapshot, quarter, rulebook, out var assessment) ?? Asked.OptionalDay(due, out day)) is { } problem
            ? problem
            : make(assessment!, day);
    }

    private static async Task<Results<Ok<AuditAnswer>, ProblemHttpResult>> AuditAsync(
        IFormFile file,
        SnapshotLease data,
        PaperDesk desk,
        ISourceReader reader,
        [Description("The quarter whose data it is held against; by default the notice alone.")] string? against = null,
        [Description(
            "The rulebook that scores are held against; by default the published one, else the one in effect."
        )]
            string? rulebook = null,
        CancellationToken cancel = default
    )
    {
        Quarter asked = default;
        if (
            (
                (against is null ? null : Asked.Quarter(data.Snapshot, against, out asked))
                ?? Asked.Rulebook(data.Snapshot, rulebook)
            ) is
            { } problem
        )
        {
            return problem;
        }

        var (name, bytes) = (await Upload.ReadAsync([file], cancel))[0];
        return TypedResults.Ok(
            AuditAnswer.Of(
                desk.Audit(reader.Read(name, bytes, cancel), against is null ? null : (data.Snapshot, asked), rulebook)
            )
        );
    }
}

/// <summary>A notice held against itself and the data (核对).</summary>
/// <param name="Title">The notice's title.</param>
/// <param name="Agrees">Whether nothing is wrong.</param>
/// <param name="FactCount">Figures read.</param>
/// <param name="CheckCount">Identities that hold within the notice.</param>
/// <param name="Discrepancies">What does not add up within the notice.</param>
/// <param name="ComparedCount">Figures compared with the data; null where that was not asked.</param>
/// <param name="NotComparedCount">Figures that the data has nothing to hold against.</param>
/// <param name="Differences">What does not agree with the data.</param>
internal sealed record AuditAnswer(
    string? Title,
    bool Agrees,
    int FactCount,
    int CheckCount,
    IReadOnlyList<NoticeDiscrepancy> Discrepancies,
    int? ComparedCount,
    int? NotComparedCount,
    IReadOnlyList<AuditDifference> Differences
)
{
    public static AuditAnswer Of(NoticeAudit audit) =>
        new(
            audit.Notice.Document.Title,
            audit.Agrees,
            audit.Notice.Facts.Count,
            audit.Notice.Checks.Count,
            [.. audit.Notice.Discrepancies.Select(NoticeDiscrepancy.Of)],
            audit.Comparison?.ComparedCount,
            audit.Comparison?.NotCompared.Count,
            [
                .. (audit.Comparison?.Differences ?? []).Select(one => new AuditDifference(
                    char.ToLowerInvariant(one.Kind.ToString()[0]) + one.Kind.ToString()[1..],
                    one.Message,
                    one.Stated,
                    one.Now,
                    one.Location,
                    one.Words
                )),
            ]
        );
}

/// <summary>A figure or a unit that does not agree with the data.</summary>
/// <param name="Kind">quarter, differs, notThere, addedUnit, missingUnit or unknownUnit.</param>
/// <param name="Message">What, in Chinese.</param>
/// <param name="Stated">The figure of the notice.</param>
/// <param name="Now">The figure of the data.</param>
/// <param name="Location">Its place in the file; empty for what is missing.</param>
/// <param name="Words">Its sentence.</param>
internal sealed record AuditDifference(
    string Kind,
    string Message,
    decimal? Stated,
    decimal? Now,
    string Location,
    string Words
);
