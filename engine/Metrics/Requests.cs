using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>Requests for disclosure (依申请公开). SQL: Sql/marts/requests.sql.</summary>
public static class Requests
{
    /// <summary>The requests of a quarter, or of all, in the order in which they came.</summary>
    public static IReadOnlyList<RequestResult> All(Snapshot snapshot, Quarter? quarter = null) =>
        snapshot.Query(
            "from requests where $1 is null or quarter = $1 order by received_on, request_id",
            row => new RequestResult(
                row.Text("request_id"),
                row.TextOrNull("number"),
                row.Text("quarter"),
                row.Text("unit"),
                row.DateOrNull("received_on")!.Value,
                row.DateOrNull("answered_on"),
                row.IntegerOrNull("extended_days") ?? 0,
                row.DateOrNull("due_on"),
                row.LongOrNull("working_days"),
                row.Flag("is_open"),
                row["is_late"] as bool?,
                row.Flag("is_day_19_or_20"),
                row.TextOrNull("result"),
                row.Text("location"),
                row.Flag("is_sample")
            ),
            quarter?.ToString()
        );

    /// <summary>How many there are of a quarter, and how they were dealt with; null when it has no register.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">The quarter of the answer, of open ones that of the receipt.</param>
    public static RequestCounts? Counts(Snapshot snapshot, Quarter quarter)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return
            snapshot.Query(
                """
                select
                    count(*) as request_count,
                    count(*) filter (where not is_open) as answered_count,
                    count(*) filter (where is_open) as open_count,
                    count(*) filter (where is_late) as late_count,
                    count(*) filter (where is_day_19_or_20) as last_day_count,
                from requests
                where quarter = $1
                """,
                row => new RequestCounts(
                    row.Long("request_count"),
                    row.Long("answered_count"),
                    row.Long("open_count"),
                    row.Long("late_count"),
                    row.Long("last_day_count")
                ),
                quarter.ToString()
            )
                is [{ All: > 0 } counts]
            ? counts
            : null;
    }
}

/// <summary>The requests of a quarter in numbers.</summary>
/// <param name="All">All of them.</param>
/// <param name="Answered">Those that were answered.</param>
/// <param name="Open">Those that were not, which are neither late nor on time.</param>
/// <param name="Late">Answered after their term.</param>
/// <param name="OnLastDays">Answered on the 19th or 20th working day.</param>
public sealed record RequestCounts(long All, long Answered, long Open, long Late, long OnLastDays);

/// <summary>A request for disclosure with its term (依申请公开办理情况).</summary>
/// <param name="Id">Its id, the same after a correction.</param>
/// <param name="Number">The register's number; null without one.</param>
/// <param name="Quarter">The quarter it is counted in, or NONE.</param>
/// <param name="Unit">The unit's code, or NONE.</param>
/// <param name="ReceivedOn">The day of receipt.</param>
/// <param name="AnsweredOn">The day of the answer; null while it is open.</param>
/// <param name="ExtendedDays">Working days by which the term was extended.</param>
/// <param name="DueOn">The last day of the term; null when its year has no calendar.</param>
/// <param name="WorkingDays">Working days from the day after receipt to the answer; null while it is open.</param>
/// <param name="IsOpen">Whether it is not answered.</param>
/// <param name="IsLate">Whether it was answered after its term; null while it is open.</param>
/// <param name="IsDay19Or20">Whether it was answered on the 19th or 20th working day.</param>
/// <param name="Result">The result as written.</param>
/// <param name="Location">Its place in the file.</param>
/// <param name="IsSample">Whether it is sample data (示例数据).</param>
public sealed record RequestResult(
    string Id,
    string? Number,
    string Quarter,
    string Unit,
    DateOnly ReceivedOn,
    DateOnly? AnsweredOn,
    int ExtendedDays,
    DateOnly? DueOn,
    long? WorkingDays,
    bool IsOpen,
    bool? IsLate,
    bool IsDay19Or20,
    string? Result,
    string Location,
    bool IsSample
);
