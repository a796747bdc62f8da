using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Output;

/// <summary>What an export was made from (清单); it travels in the file.</summary>
/// <param name="Paper">assessment, unit or rectification.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="Year">The year that is shown as a whole; null for none.</param>
/// <param name="Rulebook">The rulebook's id.</param>
/// <param name="RulebookSha256">The hash of its file.</param>
/// <param name="Publication">The publication it is; null for a draft without one.</param>
/// <param name="SqlSha256">The hash of all SQL that numbers come from.</param>
/// <param name="Batches">The files in force.</param>
/// <param name="Ranking">What stands in the ranking.</param>
/// <param name="Discrepancies">The ids of what did not agree in the quarter's notices and was open.</param>
/// <param name="ContentSha256">The hash of the other parts of the file.</param>
public sealed record AssessmentManifest(
    string Paper,
    string Quarter,
    int? Year,
    string Rulebook,
    string RulebookSha256,
    long? Publication,
    string SqlSha256,
    IReadOnlyList<ManifestBatch> Batches,
    IReadOnlyList<ManifestRank> Ranking,
    IReadOnlyList<string> Discrepancies,
    string ContentSha256
)
{
    /// <summary>The assessment's name in <see cref="Paper"/>.</summary>
    public const string AssessmentPaper = "assessment";

    /// <summary>A unit's sheet in <see cref="Paper"/>.</summary>
    public const string UnitPaper = "unit";

    /// <summary>The rectification list in <see cref="Paper"/>.</summary>
    public const string RectificationPaper = "rectification";

    /// <summary>The ending of the file beside a file that cannot hold it.</summary>
    public const string Suffix = ".manifest.json";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Of an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="contentSha256">The hash of the other parts, of a file without parts that of the file.</param>
    /// <param name="paper">What it is.</param>
    public static AssessmentManifest Of(Assessment assessment, string contentSha256, string paper = AssessmentPaper)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new(
            paper,
            assessment.Quarter.ToString(),
            assessment.Year?.Year,
            assessment.Rulebook.Id,
            assessment.Rulebook.Sha256,
            assessment.Publication?.Number,
            SqlCatalog.Embedded.Sha256,
            [.. assessment.Batches.Select(batch => new ManifestBatch(batch.Batch, batch.FileName, batch.Sha256))],
            [
                .. assessment.Rows.Select(row => new ManifestRank(
                    row.Unit,
                    row.UnitName,
                    row.Group,
                    row.Rank,
                    row.Score,
                    row.Outcome
                )),
            ],
            [.. assessment.Discrepancies.Where(one => one.IsOpen).Select(one => one.Id)],
            contentSha256
        );
    }

    /// <summary>Reads one; null when it is none of ours.</summary>
    public static AssessmentManifest? Parse(string json)
    {
        try
        {
            return
                JsonSerializer.Deserialize<AssessmentManifest>(json, s_json)
                    is { Paper: AssessmentPaper or UnitPaper or RectificationPaper } manifest
                ? manifest
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As JSON, as it travels in the file.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, s_json);
}

/// <summary>A file that an export rests on.</summary>
/// <param name="Batch">Its batch.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Sha256">Its hash.</param>
public sealed record ManifestBatch(long Batch, string FileName, string Sha256);

/// <summary>A unit's place in an export.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Group">The group ranked together.</param>
/// <param name="Rank">Its rank.</param>
/// <param name="Score">Its score.</param>
/// <param name="Outcome">Its outcome.</param>
public sealed record ManifestRank(
    string Unit,
    string UnitName,
    string Group,
    int? Rank,
    decimal? Score,
    string Outcome
);
