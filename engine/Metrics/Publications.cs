using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>Published rankings (发布) and what changed since. SQL: Sql/marts/publications.sql, Sql/metrics/publication_changes.sql.</summary>
public static class Publications
{
    /// <summary>The publications of a quarter, the latest first.</summary>
    public static IReadOnlyList<PublicationRow> Of(Snapshot snapshot, Quarter quarter) =>
        snapshot.Query(
            "from publications where quarter = $1 order by publication desc",
            row => new PublicationRow(
                row.Long("publication"),
                row.Quarter("quarter"),
                row.Text("rulebook"),
                row.Text("rulebook_sha256"),
                row.Long("last_batch"),
                DateTime.SpecifyKind((DateTime)row["published_at"], DateTimeKind.Utc),
                row.Text("published_by"),
                row.Flag("is_in_force")
            ),
            quarter.ToString()
        );

    /// <summary>The rulebook by which a quarter was published last; null where it was not.</summary>
    public static string? RulebookOf(Snapshot snapshot, Quarter quarter) =>
        Of(snapshot, quarter) is [var last, ..] ? last.Rulebook : null;

    /// <summary>Units that no longer stand as they were published.</summary>
    public static IReadOnlyList<PublicationChange> Changes(Snapshot snapshot, Quarter quarter) =>
        snapshot.Query(
            "from publication_changes($1) order by published_rank nulls last, unit",
            row => new PublicationChange(
                row.Text("unit"),
                row.Text("unit_name"),
                row.IntegerOrNull("published_rank"),
                row.DecimalOrNull("published_score"),
                row.IntegerOrNull("unit_rank"),
                row.DecimalOrNull("score")
            ),
            quarter.ToString()
        );
}

/// <summary>A published ranking (发布).</summary>
/// <param name="Number">From 1.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="Rulebook">The rulebook's id.</param>
/// <param name="RulebookSha256">The hash of its file.</param>
/// <param name="LastBatch">The last batch of the data.</param>
/// <param name="PublishedAt">When, UTC.</param>
/// <param name="PublishedBy">By whom.</param>
/// <param name="IsInForce">Whether it is the quarter's latest.</param>
public sealed record PublicationRow(
    long Number,
    Quarter Quarter,
    string Rulebook,
    string RulebookSha256,
    long LastBatch,
    DateTime PublishedAt,
    string PublishedBy,
    bool IsInForce
);

/// <summary>A unit that no longer stands as it was published.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="PublishedRank">The published rank.</param>
/// <param name="PublishedScore">The published score.</param>
/// <param name="Rank">The rank now.</param>
/// <param name="Score">The score now.</param>
public sealed record PublicationChange(
    string Unit,
    string UnitName,
    int? PublishedRank,
    decimal? PublishedScore,
    int? Rank,
    decimal? Score
);
