using System.Data;
using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>Problems found (问题条目). SQL: Sql/marts/findings.sql, finding_cube.sql, Sql/metrics/finding_search.sql.</summary>
public static class Findings
{
    /// <summary>The most rows of one page.</summary>
    public const int MostRows = 500;

    /// <summary>The code of findings without a unit.</summary>
    public const string NoUnit = "NONE";

    /// <summary>The code of findings without a category.</summary>
    public const string NoCategory = "NONE";

    private const string Everything = "finding_search($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    private const string InOrder = "order by quarter_order, unit_order, channel_order, category, finding_id";

    /// <summary>One page of the findings that a filter lets through: the newest quarter first, units in official order.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="filter">What to look for.</param>
    /// <param name="size">How many rows, 1 to <see cref="MostRows"/>.</param>
    /// <param name="cursor">Where the page before ended (<see cref="FindingPage.Next"/>); null for the first page.</param>
    /// <returns>The rows, how many there are on all pages, and where to go on.</returns>
    /// <exception cref="ArgumentException">The size is out of range, or the cursor is none of ours.</exception>
    /// <exception cref="WarehouseException">The snapshot cannot be read.</exception>
    public static FindingPage Search(Snapshot snapshot, FindingFilter filter, int size = 50, string? cursor = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MostRows);
        FindingCursor? after = null;
        if (cursor is not null && !FindingCursor.TryParse(cursor, out after))
        {
            throw new ArgumentException($"'{cursor}' is no cursor.", nameof(cursor));
        }

        var total = snapshot.Query($"select count(*) from {Everything}", row => row.GetInt64(0), filter.Values)[0];
        // One more than asked for tells whether there is a next page.
        var rows = snapshot.Query(
            $"""
            from {Everything}
            where $11 is null or row(quarter_order, unit_order, channel_order, category, finding_id)
                > row(cast($11 as integer), cast($12 as integer), cast($13 as integer), cast($14 as varchar), cast($15 as varchar))
            {InOrder}
            limit $16
            """,
            row => (Finding: DetailOf(row), Cursor: FindingCursor.Of(row)),
            [
                .. filter.Values,
                after?.QuarterOrder,
                after?.UnitOrder,
                after?.ChannelOrder,
                after?.Category,
                after?.Id,
                size + 1,
            ]
        );
        return new FindingPage(
            [.. rows.Take(size).Select(row => row.Finding)],
            total,
            rows.Count > size ? rows[size - 1].Cursor.ToString() : null
        );
    }

    /// <summary>Every finding that a filter lets through, in the order of <see cref="Search"/>, read as it is asked for.</summary>
    public static IEnumerable<FindingDetail> Every(Snapshot snapshot, FindingFilter filter)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(filter);
        return snapshot.Stream($"from {Everything} {InOrder}", DetailOf, filter.Values);
    }

    /// <summary>A finding; null when there is none of that id.</summary>
    public static FindingDetail? Find(Snapshot snapshot, string id)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return
            snapshot.Query($"from {Everything} where finding_id = $11", DetailOf, [.. new FindingFilter().Values, id])
                is [var found]
            ? found
            : null;
    }

    /// <summary>The platforms that occur, in order.</summary>
    public static IReadOnlyList<string> Platforms(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            """
            select platform from finding_cube
            union
            select platform from vetoes
            union
            select platform from accounts
            order by platform
            """,
            row => row.GetString(0)
        );
    }

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

    private static FindingDetail DetailOf(IDataRecord row) =>
        new(
            row.Text("finding_id"),
            row.Quarter("quarter"),
            row.Text("unit"),
            row.Text("unit_name"),
            row.TextOrNull("unit_words"),
            row.Text("channel"),
            row.Text("platform"),
            row.TextOrNull("account"),
            row.Text("category"),
            row.Text("category_name"),
            row.Text("category_source"),
            row.Text("stated_category"),
            row.Text("level"),
            row.Long("finding_count"),
            row.DateOrNull("found_on"),
            row.Text("words"),
            row.Text("location"),
            row.Text("document"),
            row.Text("file_name"),
            row.TextOrNull("notice_id"),
            row.Long("batch_id"),
            row.Flag("is_sample")
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
