using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>Problems counted by two things at once (问题分布). SQL: Sql/marts/finding_cube.sql.</summary>
public static class FindingCounts
{
    // What both questions say of a category and its count; c is the cube, k the categories.
    private const string CategoryColumns = """
        c.category, coalesce(
            case k.channel when 'website' then '网站：' when 'newmedia' then '新媒体：' else '' end || k.category_name,
            '未注明类别'
        ) as category_name, coalesce(k.sort_order, 1000000) as category_order,
        cast(sum(c.finding_count) as bigint) as finding_count, bool_or(c.is_sample) as is_sample,
        """;

    /// <summary>Of each unit and category in a quarter; findings without a unit are not in it.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="channel">Only this channel; null for all.</param>
    /// <returns>In the official order of units, then of categories.</returns>
    public static IReadOnlyList<FindingCount> ByUnit(Snapshot snapshot, Quarter quarter, string? channel = null) =>
        snapshot.Query(
            $"""
            select
                c.quarter, c.unit, u.short_name, {CategoryColumns}
            from finding_cube as c
            inner join units as u on u.unit = c.unit
            left join categories as k on k.category = c.category
            where c.quarter = $1 and ($2 is null or c.channel = $2)
            group by c.quarter, c.unit, u.short_name, u.sort_order, c.category, k.channel, k.category_name, k.sort_order
            order by u.sort_order, k.sort_order nulls last, c.category
            """,
            Read,
            quarter.ToString(),
            channel
        );

    /// <summary>Of each category and quarter, findings without a unit included.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="unit">Only this unit; null for the whole banner.</param>
    /// <param name="channel">Only this channel; null for all.</param>
    /// <param name="to">The last quarter; null for all.</param>
    /// <returns>In the order of categories, then of quarters.</returns>
    public static IReadOnlyList<FindingCount> ByQuarter(
        Snapshot snapshot,
        string? unit = null,
        string? channel = null,
        Quarter? to = null
    ) =>
        snapshot.Query(
            $"""
            select
                c.quarter, coalesce($1, 'ALL') as unit, '' as short_name, {CategoryColumns}
            from finding_cube as c
            left join categories as k on k.category = c.category
            where ($1 is null or c.unit = $1) and ($2 is null or c.channel = $2) and ($3 is null or c.quarter <= $3)
            group by c.quarter, c.category, k.channel, k.category_name, k.sort_order
            order by k.sort_order nulls last, c.category, c.quarter
            """,
            Read,
            unit,
            channel,
            to?.ToString()
        );

    private static FindingCount Read(System.Data.IDataRecord row) =>
        new(
            row.Quarter("quarter"),
            row.Text("unit"),
            row.Text("short_name"),
            row.Text("category"),
            row.Text("category_name"),
            row.IntegerOrNull("category_order") ?? 0,
            row.Long("finding_count"),
            row.Flag("is_sample")
        );
}

/// <summary>How many problems of a category.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Unit">The unit's code, or ALL.</param>
/// <param name="UnitName">Its short name; empty for ALL.</param>
/// <param name="Category">The category's code; NONE where the source does not say.</param>
/// <param name="CategoryName">The category in Chinese; 网站 and 新媒体 have categories of the same names, which begin with the channel.</param>
/// <param name="CategoryOrder">Its place in the taxonomy; NONE comes last.</param>
/// <param name="Count">How many.</param>
/// <param name="IsSample">Whether the quarter is sample data (示例数据).</param>
public sealed record FindingCount(
    Quarter Quarter,
    string Unit,
    string UnitName,
    string Category,
    string CategoryName,
    int CategoryOrder,
    long Count,
    bool IsSample
);
