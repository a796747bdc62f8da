using System.Data;
using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>What does not agree in loaded notices (出入). SQL: Sql/marts/discrepancies.sql.</summary>
public static class Discrepancies
{
    /// <summary>The discrepancies of a quarter, or of all: errors first, then in the order of the text.</summary>
    public static IReadOnlyList<DiscrepancyRow> All(Snapshot snapshot, Quarter? quarter = null) =>
        snapshot.Query(
            """
            from discrepancies
            where $1 is null or quarter = $1
            order by
                quarter desc, case severity when 'error' then 1 when 'doubtful' then 2 else 3 end, notice_id, span_start,
                discrepancy_id
            """,
            Read,
            quarter?.ToString()
        );

    /// <summary>One of them; null when there is none of that code.</summary>
    public static DiscrepancyRow? Find(Snapshot snapshot, string id)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query("from discrepancies where discrepancy_id = $1", Read, id) is [var found] ? found : null;
    }

    /// <summary>Which figure each discrepancy of a quarter is about; those that are about none are left out.</summary>
    public static IReadOnlyList<DiscrepancySubject> Subjects(Snapshot snapshot, Quarter quarter)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            "select discrepancy_id, channel, measure, unit from discrepancies where quarter = $1 and measure <> 'NONE' order by discrepancy_id",
            row => new DiscrepancySubject(
                row.Text("discrepancy_id"),
                row.Text("channel"),
                row.Text("measure"),
                row.Text("unit")
            ),
            quarter.ToString()
        );
    }

    private static DiscrepancyRow Read(IDataRecord row) =>
        new DiscrepancyRow(
            row.Text("discrepancy_id"),
            row.Quarter("quarter"),
            row.Text("notice_id"),
            row.Text("code"),
            row.Text("severity"),
            row.DecimalOrNull("stated"),
            row.DecimalOrNull("computed"),
            row.Text("message"),
            row.Text("words"),
            row.Text("location"),
            row.TextOrNull("settled_note"),
            row.TextOrNull("settled_by"),
            row.TimeOrNull("settled_at")
        );
}

/// <summary>The figure that a discrepancy is about.</summary>
/// <param name="Id">The code of the discrepancy.</param>
/// <param name="Channel">The channel, or NONE.</param>
/// <param name="Measure">What the figure measures.</param>
/// <param name="Unit">The unit's code, or NONE.</param>
public sealed record DiscrepancySubject(string Id, string Channel, string Measure, string Unit);

/// <summary>A discrepancy of a loaded notice (出入).</summary>
/// <param name="Id">The code of this discrepancy.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="Notice">The notice's id.</param>
/// <param name="Code">The kind.</param>
/// <param name="Severity">error, doubtful or style.</param>
/// <param name="Stated">The printed figure.</param>
/// <param name="Computed">The figure that follows from the others.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Words">The sentence it comes from.</param>
/// <param name="Location">Its place in the file.</param>
/// <param name="SettledNote">How it was settled (了结); null while it is open.</param>
/// <param name="SettledBy">Who settled it.</param>
/// <param name="SettledAt">When, UTC.</param>
public sealed record DiscrepancyRow(
    string Id,
    Quarter Quarter,
    string Notice,
    string Code,
    string Severity,
    decimal? Stated,
    decimal? Computed,
    string Message,
    string Words,
    string Location,
    string? SettledNote,
    string? SettledBy,
    DateTime? SettledAt
)
{
    /// <summary>Whether nobody has settled it.</summary>
    public bool IsOpen => SettledBy is null;
}
