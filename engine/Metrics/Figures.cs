using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>Single figures of a quarter (单个数字), as a paper may state them: what is null is not asked for. SQL: Sql/marts/finding_cube.sql, vetoes.sql, submissions.sql.</summary>
public static class Figures
{
    /// <summary>Problems counted.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="of">Whose, where and of which kind.</param>
    /// <returns>Null when nothing of the kind was found, which is not zero.</returns>
    public static long? Issues(Snapshot snapshot, Quarter quarter, FigureFilter of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return One(
            snapshot,
            """
            select cast(sum(finding_count) as bigint) as figure
            from finding_cube
            where
                quarter = $1 and ($2 is null or unit = $2) and ($3 is null or channel = $3) and ($4 is null or platform = $4)
                and ($5 is null or category = $5) and ($6 is null or list_contains(string_split($6, ' '), cast(level as varchar)))
            """,
            quarter,
            of.Unit,
            of.Channel,
            of.Platform,
            of.Category,
            of.Levels is [] ? null : string.Join(' ', of.Levels)
        );
    }

    /// <summary>单项否决 counted.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="of">Whose and where; category and levels are not looked at.</param>
    /// <returns>Null when there is none.</returns>
    public static long? Vetoes(Snapshot snapshot, Quarter quarter, FigureFilter of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return One(
            snapshot,
            """
            select cast(sum(veto_count) as bigint) as figure
            from vetoes
            where quarter = $1 and ($2 is null or unit = $2) and ($3 is null or channel = $3) and ($4 is null or platform = $4)
            """,
            quarter,
            of.Unit,
            of.Channel,
            of.Platform
        );
    }

    /// <summary>What a unit submitted to somebody, had adopted, pushed.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="unit">The unit's code.</param>
    /// <param name="target">Who received it.</param>
    /// <returns>Nulls for what is not stated.</returns>
    public static (long? Submitted, long? Adopted, long? Pushed) Submissions(
        Snapshot snapshot,
        Quarter quarter,
        string unit,
        string target
    )
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return
            snapshot.Query(
                "from submissions where quarter = $1 and unit = $2 and target = $3",
                row =>
                    (
                        row.LongOrNull("submitted_count"),
                        row.LongOrNull("adopted_count"),
                        row.LongOrNull("pushed_count")
                    ),
                quarter.ToString(),
                unit,
                target
            )
                is [var stated]
            ? stated
            : (null, null, null);
    }

    /// <summary>The units with problems or vetoes in a quarter, by channel, in official order.</summary>
    public static IReadOnlyList<UnitFigure> ByUnit(Snapshot snapshot, Quarter quarter)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            """
            select q.unit, u.short_name, q.channel, coalesce(q.finding_count, 0) as finding_count, coalesce(q.veto_count, 0) as veto_count
            from unit_quarter as q
            inner join units as u on u.unit = q.unit
            where q.quarter = $1 and (q.finding_count > 0 or q.veto_count > 0)
            order by q.channel, u.sort_order
            """,
            row => new UnitFigure(
                row.Text("unit"),
                row.Text("short_name"),
                row.Text("channel"),
                row.Long("finding_count"),
                row.Long("veto_count")
            ),
            quarter.ToString()
        );
    }

    /// <summary>Problems of a quarter by channel and level, the highest level first and those of no level last.</summary>
    public static IReadOnlyList<LevelFigure> ByLevel(Snapshot snapshot, Quarter quarter)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            """
            select
                channel,
                level,
                cast(coalesce(sum(finding_count) filter (where unit <> 'NONE'), 0) as bigint) as named_count,
                cast(coalesce(sum(finding_count) filter (where unit = 'NONE'), 0) as bigint) as unattributed_count,
            from finding_cube
            where quarter = $1
            group by channel, level
            order by channel, level
            """,
            row => new LevelFigure(
                row.Text("channel"),
                row.Text("level"),
                row.Long("named_count"),
                row.Long("unattributed_count")
            ),
            quarter.ToString()
        );
    }

    /// <summary>Problems of the units of a quarter by channel and level: towns first, then the most, then in official order.</summary>
    public static IReadOnlyList<UnitLevelFigure> ByUnitAndLevel(Snapshot snapshot, Quarter quarter)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            """
            select c.unit, u.unit_name, c.channel, c.level, cast(sum(c.finding_count) as bigint) as finding_count
            from finding_cube as c
            inner join units as u on u.unit = c.unit
            where c.quarter = $1
            group by c.unit, u.unit_name, u.unit_group, u.sort_order, c.channel, c.level
            having sum(c.finding_count) > 0
            order by c.channel, c.level, u.unit_group <> 'town', sum(c.finding_count) desc, u.sort_order
            """,
            row => new UnitLevelFigure(
                row.Text("unit"),
                row.Text("unit_name"),
                row.Text("channel"),
                row.Text("level"),
                row.Long("finding_count")
            ),
            quarter.ToString()
        );
    }

    private static long? One(Snapshot snapshot, string sql, Quarter quarter, params object?[] more)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(sql, row => row.LongOrNull("figure"), [quarter.ToString(), .. more])[0];
    }
}

/// <summary>Which figure; what is null or empty is not asked for.</summary>
/// <param name="Unit">A unit's code.</param>
/// <param name="Channel">A channel's code.</param>
/// <param name="Platform">A platform.</param>
/// <param name="Category">A category's code.</param>
/// <param name="Levels">Codes of levels, any of which.</param>
public sealed record FigureFilter(
    string? Unit,
    string? Channel,
    string? Platform,
    string? Category,
    IReadOnlyList<string> Levels
);

/// <summary>What was found at a unit in a channel.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="UnitName">Its short name.</param>
/// <param name="Channel">The channel.</param>
/// <param name="FindingCount">Problems.</param>
/// <param name="VetoCount">单项否决.</param>
public sealed record UnitFigure(string Unit, string UnitName, string Channel, long FindingCount, long VetoCount);

/// <summary>What a level found in a channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Level">Who found it, or NONE.</param>
/// <param name="NamedCount">Problems of units that are named.</param>
/// <param name="UnattributedCount">Problems without a unit.</param>
public sealed record LevelFigure(string Channel, string Level, long NamedCount, long UnattributedCount);

/// <summary>What a level found at a unit in a channel.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Level">Who found it, or NONE.</param>
/// <param name="FindingCount">Problems.</param>
public sealed record UnitLevelFigure(string Unit, string UnitName, string Channel, string Level, long FindingCount);
