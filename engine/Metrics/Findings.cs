using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>Problems found (问题条目). SQL: Sql/marts/findings.sql, finding_cube.sql.</summary>
public static class Findings
{
    /// <summary>Problems listed in a quarter, by channel, units and units that are not named together.</summary>
    public static IReadOnlyList<ChannelRow> ByChannel(Snapshot snapshot, Quarter quarter) =>
        snapshot.Query(
            """
            select
                channel,
                cast(sum(finding_count) as bigint) as finding_count,
                cast(coalesce(sum(finding_count) filter (where unit = 'NONE'), 0) as bigint) as unattributed_count,
                count(distinct unit) filter (where unit <> 'NONE') as unit_count,
            from finding_cube
            where quarter = $1
            group by channel
            order by channel
            """,
            row => new ChannelRow(
                row.Text("channel"),
                row.Long("finding_count"),
                row.Long("unattributed_count"),
                row.Long("unit_count")
            ),
            quarter.ToString()
        );

    /// <summary>The findings of a unit in a quarter with the words they come from.</summary>
    public static IReadOnlyList<FindingRow> Of(Snapshot snapshot, Quarter quarter, string unit) =>
        snapshot.Query(
            """
            select f.*, coalesce(c.category_name, '未注明类别') as category_name
            from findings as f
            left join categories as c on c.category = f.category
            where f.quarter = $1 and f.unit = $2
            order by f.channel, f.category, f.level, f.finding_id
            """,
            row => new FindingRow(
                row.Text("finding_id"),
                row.Text("channel"),
                row.Text("platform"),
                row.Text("category_name"),
                row.Text("level"),
                row.Long("finding_count"),
                row.Text("words"),
                row.Text("location"),
                row.Text("category_source")
            ),
            quarter.ToString(),
            unit
        );
}

/// <summary>Problems of one channel in a quarter.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="FindingCount">All that are listed.</param>
/// <param name="UnattributedCount">Those without a unit.</param>
/// <param name="UnitCount">Units named.</param>
public sealed record ChannelRow(string Channel, long FindingCount, long UnattributedCount, long UnitCount);

/// <summary>A finding (问题条目) of a unit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Platform">The platform, or NONE.</param>
/// <param name="CategoryName">The category in Chinese.</param>
/// <param name="Level">Who found it.</param>
/// <param name="Count">How many.</param>
/// <param name="Words">The words it comes from.</param>
/// <param name="Location">Their place in the file.</param>
/// <param name="CategorySource">Where the category comes from: person, stated, rule, model, or NONE.</param>
public sealed record FindingRow(
    string Id,
    string Channel,
    string Platform,
    string CategoryName,
    string Level,
    long Count,
    string Words,
    string Location,
    string CategorySource
);
