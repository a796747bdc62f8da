using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>A notice beside the detail tables of the same findings (通报与明细表对照). SQL: Sql/marts/detail_differences.sql.</summary>
public static class DetailDifferences
{
    /// <summary>The comparisons of a quarter, or of all; those that differ first.</summary>
    public static IReadOnlyList<DetailDifference> All(Snapshot snapshot, Quarter? quarter = null) =>
        snapshot.Query(
            """
            from detail_differences
            where $1 is null or quarter = $1
            order by quarter desc, not is_different, channel, measure, level, target, unit = 'ALL' desc, unit
            """,
            row => new DetailDifference(
                row.Quarter("quarter"),
                row.Text("channel"),
                row.Text("measure"),
                row.Text("level"),
                row.Text("target"),
                row.Text("unit"),
                row.LongOrNull("stated_count"),
                row.Long("detail_count"),
                row.Flag("is_different"),
                row.Text("notice_id")
            ),
            quarter?.ToString()
        );
}

/// <summary>What a notice states and what the detail tables give.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Measure">issues, veto, submitted, adopted or pushed.</param>
/// <param name="Level">Who found it; NONE for all levels together.</param>
/// <param name="Target">Where it was submitted to; NONE for all together.</param>
/// <param name="Unit">The unit's code; ALL for the whole.</param>
/// <param name="StatedCount">The notice's figure; null where it does not name the unit.</param>
/// <param name="DetailCount">The sum of the detail rows, which counts.</param>
/// <param name="IsDifferent">Whether they differ.</param>
/// <param name="Notice">The notice's id.</param>
public sealed record DetailDifference(
    Quarter Quarter,
    string Channel,
    string Measure,
    string Level,
    string Target,
    string Unit,
    long? StatedCount,
    long DetailCount,
    bool IsDifferent,
    string Notice
);
