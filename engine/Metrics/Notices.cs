using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>The notices (通报) and the figures they state. SQL: Sql/marts/notices.sql, stated_totals.sql.</summary>
public static class Notices
{
    /// <summary>The notices in force, of a quarter or of all, the newest quarter first.</summary>
    public static IReadOnlyList<NoticeRow> All(Snapshot snapshot, Quarter? quarter = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            "from notices where $1 is null or quarter = $1 order by quarter desc, issued_on, notice_id",
            row => new NoticeRow(
                row.Text("notice_id"),
                row.TextOrNull("number"),
                row.TextOrNull("title"),
                row.DateOrNull("issued_on"),
                row.Text("file_name"),
                row.Long("unrecognised_count"),
                row.Quarter("quarter"),
                row.TextOrNull("issuer"),
                row.Text("sha256"),
                row.Long("batch_id")
            ),
            quarter?.ToString()
        );
    }

    /// <summary>The notices of a quarter.</summary>
    public static IReadOnlyList<NoticeRow> Of(Snapshot snapshot, Quarter quarter) => All(snapshot, quarter);

    /// <summary>What a notice states as totals, rates and changes in a quarter, in the order of the text.</summary>
    public static IReadOnlyList<StatedRow> Stated(Snapshot snapshot, Quarter quarter) =>
        snapshot.Query(
            "from stated_totals where quarter = $1 order by channel, measure, category, level, statement_id",
            row => new StatedRow(
                row.Text("channel"),
                row.Text("measure"),
                row.Text("category"),
                row.DecimalOrNull("stated_count"),
                row.DecimalOrNull("stated_rate"),
                row.DecimalOrNull("stated_change"),
                row.Text("words"),
                row.Text("location")
            ),
            quarter.ToString()
        );
}

/// <summary>A notice (通报).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">文号</param>
/// <param name="Title">The title.</param>
/// <param name="IssuedOn">The date of signature.</param>
/// <param name="FileName">The file it came from.</param>
/// <param name="UnrecognisedCount">Clauses with a number that was not understood.</param>
/// <param name="Quarter">The quarter reported on.</param>
/// <param name="Issuer">The issuing office.</param>
/// <param name="Sha256">The hash of the file.</param>
/// <param name="Batch">The batch that loaded it.</param>
public sealed record NoticeRow(
    string Id,
    string? Number,
    string? Title,
    DateOnly? IssuedOn,
    string FileName,
    long UnrecognisedCount,
    Quarter Quarter,
    string? Issuer,
    string Sha256,
    long Batch
);

/// <summary>A total, rate or change as printed.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Measure">What it measures.</param>
/// <param name="Category">The category, or NONE.</param>
/// <param name="Count">The printed number.</param>
/// <param name="Rate">The printed rate in percent.</param>
/// <param name="Change">The printed change.</param>
/// <param name="Words">The words it comes from.</param>
/// <param name="Location">Its place in the file.</param>
public sealed record StatedRow(
    string Channel,
    string Measure,
    string Category,
    decimal? Count,
    decimal? Rate,
    decimal? Change,
    string Words,
    string Location
);
