using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>A unit's score (得分) and every line that makes it. SQL: Sql/metrics/unit_score.sql, score_lines.sql.</summary>
public static class Score
{
    /// <summary>The lines of one unit's score, or of all units.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="rulebook">The rulebook's id; null for the one in effect in that quarter.</param>
    /// <param name="unit">The unit's code; null for all units in official order.</param>
    /// <returns>The points of a unit's lines add up to its score; an unchecked unit has no lines.</returns>
    /// <exception cref="WarehouseException">The snapshot cannot be read.</exception>
    public static IReadOnlyList<ScoreLine> Lines(
        Snapshot snapshot,
        Quarter quarter,
        string? rulebook = null,
        string? unit = null
    )
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            """
            select l.*, u.short_name
            from score_lines($1, $2) as l
            inner join units as u on u.unit = l.unit
            where $3 is null or l.unit = $3
            order by u.sort_order, l.line_number
            """,
            row => new ScoreLine(
                row.Text("unit"),
                row.Text("short_name"),
                row.IntegerOrNull("line_number") ?? 0,
                row.Text("kind"),
                row.TextOrNull("indicator"),
                row.TextOrNull("category"),
                row.TextOrNull("level"),
                row.LongOrNull("hit_count"),
                row.DecimalOrNull("points_per_hit"),
                row.DecimalOrNull("points"),
                row.Text("words")
            ),
            quarter.ToString(),
            rulebook,
            unit
        );
    }
}

/// <summary>One line of a score (得分明细).</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="UnitName">The unit's short name.</param>
/// <param name="Line">From 1.</param>
/// <param name="Kind">base, unchecked, hit, cap, rebase or veto.</param>
/// <param name="Indicator">The indicator's code, where the line belongs to one.</param>
/// <param name="Category">The category of the findings.</param>
/// <param name="Level">Who found them.</param>
/// <param name="HitCount">How many.</param>
/// <param name="PointsPerHit">Points for each.</param>
/// <param name="Points">Signed; null for a veto, which stops scoring.</param>
/// <param name="Words">The line in Chinese.</param>
public sealed record ScoreLine(
    string Unit,
    string UnitName,
    int Line,
    string Kind,
    string? Indicator,
    string? Category,
    string? Level,
    long? HitCount,
    decimal? PointsPerHit,
    decimal? Points,
    string Words
);
