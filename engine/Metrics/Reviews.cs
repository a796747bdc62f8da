using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>Findings that wait for a person's category (待人工归类). SQL: Sql/metrics/review_queue.sql.</summary>
public static class Reviews
{
    /// <summary>The queue, the least sure first.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">Only of a quarter; null for all.</param>
    public static IReadOnlyList<ReviewRow> Queue(Snapshot snapshot, Quarter? quarter = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            """
            select r.*, coalesce(u.short_name, r.unit_words, '未点名') as unit_name
            from review_queue($1) as r
            left join units as u on u.unit = r.unit
            order by r.confidence, r.finding_id
            """,
            row => new ReviewRow(
                row.Text("finding_id"),
                row.Quarter("quarter"),
                row.Text("unit"),
                row.Text("unit_name"),
                row.Text("channel"),
                row.Text("words"),
                row.Text("location"),
                row.TextOrNull("proposed"),
                row.DecimalOrNull("confidence") ?? 0,
                row.TextOrNull("second"),
                row.TextOrNull("third"),
                row.Text("review_reason"),
                row.Flag("is_sample")
            ),
            quarter?.ToString()
        );
    }

    /// <summary>How many findings have their category from where.</summary>
    /// <returns>Zero or one row for each of person, stated, rule, model, NONE.</returns>
    public static IReadOnlyList<CategorySourceRow> Sources(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            """
            select category_source, count(*) as row_count, cast(sum(finding_count) as bigint) as finding_count
            from findings
            group by category_source
            order by category_source
            """,
            row => new CategorySourceRow(row.Text("category_source"), row.Long("row_count"), row.Long("finding_count"))
        );
    }
}

/// <summary>A finding that waits for a person.</summary>
/// <param name="FindingId">Its id.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="Unit">The unit's code; NONE where none is named.</param>
/// <param name="UnitName">Its short name.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Words">The description.</param>
/// <param name="Location">Its place in the file.</param>
/// <param name="Proposed">The likeliest category; null where the model knows nothing of the text.</param>
/// <param name="Confidence">How sure the model is, 0 to 1.</param>
/// <param name="Second">The second likeliest.</param>
/// <param name="Third">The third likeliest.</param>
/// <param name="Reason">Why a person must look: a name of <see cref="Classify.ReviewReason"/>.</param>
/// <param name="IsSample">Whether it is sample data.</param>
public sealed record ReviewRow(
    string FindingId,
    Quarter Quarter,
    string Unit,
    string UnitName,
    string Channel,
    string Words,
    string Location,
    string? Proposed,
    decimal Confidence,
    string? Second,
    string? Third,
    string Reason,
    bool IsSample
);

/// <summary>Where categories come from.</summary>
/// <param name="Source">person, stated, rule, model, or NONE.</param>
/// <param name="RowCount">Findings.</param>
/// <param name="FindingCount">What they count.</param>
public sealed record CategorySourceRow(string Source, long RowCount, long FindingCount);
