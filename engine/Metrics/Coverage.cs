using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>What was checked (检查范围). SQL: Sql/marts/unit_quarter.sql, coverage.sql.</summary>
public static class Coverage
{
    /// <summary>What was checked in a quarter, by channel.</summary>
    public static IReadOnlyList<CoverageRow> Of(Snapshot snapshot, Quarter quarter) =>
        snapshot.Query(
            """
            select
                u.channel,
                count(*) filter (where u.status = 'found') as found_count,
                count(*) filter (where u.status = 'covered') as covered_count,
                count(*) filter (where u.status = 'unchecked') as unchecked_count,
                any_value(c.scope) as proposed_scope,
            from unit_quarter as u
            left join coverage as c
                on c.quarter = u.quarter and c.channel = u.channel and c.state = 'proposed'
            where u.quarter = $1
            group by u.channel
            order by u.channel
            """,
            row => new CoverageRow(
                row.Text("channel"),
                row.Long("found_count"),
                row.Long("covered_count"),
                row.Long("unchecked_count"),
                row.TextOrNull("proposed_scope")
            ),
            quarter.ToString()
        );
}

/// <summary>How much of a channel was checked in a quarter.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Found">Units named with findings or vetoes.</param>
/// <param name="Covered">Units checked without findings (推定为零).</param>
/// <param name="Unchecked">Units not checked as far as is known.</param>
/// <param name="ProposedScope">What the notice says was checked, not yet confirmed; null when it says nothing.</param>
public sealed record CoverageRow(string Channel, long Found, long Covered, long Unchecked, string? ProposedScope);
