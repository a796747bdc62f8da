using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>The quarters with data (季度). SQL: Sql/marts/quarters.sql.</summary>
public static class Quarters
{
    /// <summary>The quarters with data, in order of time.</summary>
    public static IReadOnlyList<QuarterRow> All(Snapshot snapshot) =>
        snapshot.Query(
            "from quarters order by quarter",
            row => new QuarterRow(row.Quarter("quarter"), row.TextOrNull("rulebook"), row.Flag("is_sample"))
        );

    /// <summary>The rulebook that is asked for, where it is another than the quarter's own: what follows from that is worked out already.</summary>
    internal static string? Other(Snapshot snapshot, Quarter quarter, string? rulebook) =>
        rulebook is not null
        && snapshot.Query(
            "select rulebook from quarters where quarter = $1",
            row => row.TextOrNull("rulebook"),
            quarter.ToString()
        )
            is [var own]
        && own == rulebook
            ? null
            : rulebook;

    /// <summary>The latest quarter with real data, else the latest of all; null when nothing is loaded.</summary>
    public static QuarterRow? Latest(Snapshot snapshot)
    {
        var quarters = All(snapshot);
        return quarters.LastOrDefault(quarter => !quarter.IsSample) ?? (quarters is [.., var last] ? last : null);
    }
}

/// <summary>A quarter with data.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Rulebook">The rulebook in effect; null when there is none.</param>
/// <param name="IsSample">Whether it is sample data (示例数据).</param>
public sealed record QuarterRow(Quarter Quarter, string? Rulebook, bool IsSample);
