using System.ComponentModel;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>What is handed in for the annual assessment (考核), and whether a file that was handed in still holds.</summary>
internal static class AssessmentsApi
{
    private const string DocumentSuffix = ".docx";
    private const long MostBytes = 200L * 1024 * 1024;

    public static void MapAssessments(this RouteGroupBuilder api)
    {
        api.MapGet("/assessments/{quarter}", Assess)
            .WithSummary("A quarter's ranking as it is handed in")
            .WithDescription(
                "The ranking of the published rulebook, and whether it is a draft and why. As .xlsx the whole assessment workbook: rankings, every score "
                    + "line, findings, adoption, trends, sources; sealed, so that verifications can tell whether it still holds."
            )
            .WithMetadata(new AllowedQuery("rulebook", "year"))
            .WithProblems(400, 404);
        api.MapPost("/verifications", VerifyAsync)
            .WithSummary("Whether an exported file still holds")
            .WithDescription(
                "The body is the file. It tells whether the file is as it was made, and what has changed in the warehouse since."
            )
            .RequireAuthorization(Access.Analyst)
            .Accepts<Stream>(RowsResult.WorkbookType)
            .WithMetadata(new Unversioned())
            .WithProblems(400, 413, 422);
    }

    private static Results<RowsResult<AssessmentAnswer>, FileContentHttpResult, ProblemHttpResult> Assess(
        [Description(
            "The quarter, for example 2024Q4; 2024Q4.xlsx for the workbook, 2024Q4.csv and 2024Q4.docx for the ranking as CSV and as a document."
        )]
            string quarter,
        SnapshotLease data,
        [Description("The rulebook's id; by default the published one, else the one in effect.")]
            string? rulebook = null,
        [Description("A loaded year that the workbook shows as a whole; by default none.")] int? year = null
    )
    {
        var isDocument = quarter.EndsWith(DocumentSuffix, StringComparison.Ordinal);
        var bare = isDocument ? quarter[..^DocumentSuffix.Length] : quarter;
        if (
            (Asked.Quarter(data.Snapshot, bare, out var asked) ?? Asked.Rulebook(data.Snapshot, rulebook)) is
            { } problem
        )
        {
            return problem;
        }

        if (year is not null && Quarters.All(data.Snapshot).All(known => known.Quarter.Year != year))
        {
            return Problems.BadRequest($"没有加载 {year} 年的数据。");
        }

        if (Assessment.Of(data.Snapshot, asked, rulebook, year) is not { } assessment)
        {
            return Problems.NoRulebook(asked);
        }

        if (isDocument)
        {
            return TypedResults.File(
                AssessmentDocument.Of(assessment),
                Document.MediaType,
                $"assessment-{asked}{DocumentSuffix}"
            );
        }

        return RowsResult.Of(
            AssessmentAnswer.Of(assessment),
            Tables.Ranking,
            [.. assessment.Rows],
            $"assessment-{asked}",
            () => AssessmentWorkbook.Of(assessment)
        );
    }

    private static async Task<Results<Ok<VerificationAnswer>, ProblemHttpResult>> VerifyAsync(
        HttpRequest request,
        SnapshotLease data,
        CancellationToken cancel
    )
    {
        using var file = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await request.Body.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            if (file.Length + read > MostBytes)
            {
                return Problems.TooLarge($"文件超过 {MostBytes / 1024 / 1024} MB，不是本程序导出的。");
            }

            file.Write(buffer, 0, read);
        }

        file.Position = 0;
        return Verify(file, data.Snapshot, out var found) is { } problem
            ? problem
            : TypedResults.Ok(
                new VerificationAnswer(
                    found!.Matches,
                    found.IsIntact,
                    found.Changes,
                    found.Manifest.Quarter,
                    found.Manifest.Rulebook,
                    found.Manifest.Publication
                )
            );
    }

    /// <summary>Verifies a file, or says why it cannot be verified.</summary>
    internal static ProblemHttpResult? Verify(Stream file, Snapshot snapshot, out ExportVerification? found)
    {
        found = null;
        try
        {
            found = ExportVerification.Of(file, snapshot);
            return found is null
                ? Problems.NotVerifiable("文件中没有清单：它不是由本程序导出的，或清单已被删除，无法核验。")
                : null;
        }
        catch (InvalidDataException)
        {
            return Problems.NotVerifiable("不是 xlsx 或 docx 文件，或已损坏，无法核验。");
        }
    }
}

/// <summary>A quarter's ranking as it is handed in (考核排名).</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Rulebook">The rulebook's id.</param>
/// <param name="RulebookTitle">Its title.</param>
/// <param name="RulebookSha256">The hash of its file.</param>
/// <param name="IsSample">Whether the quarter is sample data.</param>
/// <param name="IsDraft">Whether it cannot be signed yet.</param>
/// <param name="Reasons">Why, in Chinese.</param>
/// <param name="Publication">The publication it is; null when there is none.</param>
/// <param name="Rows">The ranking.</param>
internal sealed record AssessmentAnswer(
    Quarter Quarter,
    string Rulebook,
    string RulebookTitle,
    string RulebookSha256,
    bool IsSample,
    bool IsDraft,
    IReadOnlyList<string> Reasons,
    PublicationRow? Publication,
    IReadOnlyList<RankingRow> Rows
)
{
    public static AssessmentAnswer Of(Assessment assessment) =>
        new(
            assessment.Quarter,
            assessment.Rulebook.Id,
            assessment.Rulebook.Title,
            assessment.Rulebook.Sha256,
            assessment.IsSample,
            assessment.IsDraft,
            assessment.Reasons,
            assessment.Publication,
            [.. assessment.Rows]
        );
}

/// <summary>What became of an exported file (核验).</summary>
/// <param name="Matches">Whether nothing has changed, neither in the file nor in the warehouse.</param>
/// <param name="IsIntact">Whether the file is as it was made.</param>
/// <param name="Changes">What is different in the warehouse now, in Chinese.</param>
/// <param name="Quarter">The quarter it is about.</param>
/// <param name="Rulebook">The rulebook.</param>
/// <param name="Publication">The publication; null for a draft without one.</param>
internal sealed record VerificationAnswer(
    bool Matches,
    bool IsIntact,
    IReadOnlyList<string> Changes,
    string Quarter,
    string Rulebook,
    long? Publication
);
