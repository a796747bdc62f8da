using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>The units (单位) and every name they go by. SQL: Sql/marts/units.sql, unit_aliases.sql.</summary>
public static class Units
{
    /// <summary>The units in official order.</summary>
    public static IReadOnlyList<UnitRow> All(Snapshot snapshot) =>
        snapshot.Query(
            """
            select u.*, (select list(distinct a.alias order by a.alias) from unit_aliases as a where a.unit = u.unit) as aliases
            from units as u
            order by u.sort_order
            """,
            row => new UnitRow(
                row.Text("unit"),
                row.Text("unit_name"),
                row.Text("short_name"),
                row.Text("unit_group"),
                row["aliases"] is IEnumerable<string> aliases ? [.. aliases] : [],
                row.IntegerOrNull("sort_order") ?? 0
            )
        );

    /// <summary>The units that a few letters may mean: part of a name or an alias, the code, or the initials in pinyin.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="words">What was typed.</param>
    /// <returns>In official order.</returns>
    public static IReadOnlyList<UnitRow> Search(Snapshot snapshot, string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var typed = words.Trim();
        var codes = snapshot
            .Query(
                """
                select distinct u.unit
                from units as u
                left join unit_aliases as a on a.unit = u.unit
                where
                    contains(u.unit_name, $1) or contains(u.short_name, $1) or contains(a.alias, $1)
                    or u.unit = lower($1) or starts_with(u.pinyin, lower($1))
                """,
                row => row.GetString(0),
                typed
            )
            .ToHashSet(StringComparer.Ordinal);
        return typed.Length == 0 ? [] : [.. All(snapshot).Where(unit => codes.Contains(unit.Code))];
    }

    /// <summary>The names a unit goes by, by name, each with when it means the unit and who says so.</summary>
    public static IReadOnlyList<UnitName> Names(Snapshot snapshot, string unit)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            "from unit_aliases where unit = $1 order by alias, coalesce(decision_id, 0), valid_from",
            row => new UnitName(
                row.Text("alias"),
                row.DateOrNull("valid_from"),
                row.DateOrNull("valid_to"),
                row.Text("source"),
                row.LongOrNull("decision_id")
            ),
            unit
        );
    }

    /// <summary>What a unit came from and what came after it (沿革), in order of time.</summary>
    public static IReadOnlyList<UnitChange> Changes(Snapshot snapshot, string unit)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            "from unit_successions where old_unit = $1 or new_unit = $1 order by succeeded_on, old_unit, new_unit",
            row => new UnitChange(
                row.Text("old_unit"),
                row.Text("new_unit"),
                row.Text("kind"),
                row.DateOrNull("succeeded_on") ?? default,
                row.Quarter("first_quarter"),
                row.Text("source")
            ),
            unit
        );
    }

    /// <summary>How a unit stood in every quarter, in order of time, under the rulebook in effect in each.</summary>
    public static IReadOnlyList<UnitStanding> Standings(Snapshot snapshot, string unit)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            "from quarter_ranks where unit = $1 order by quarter",
            row => new UnitStanding(
                row.Quarter("quarter"),
                row.Text("rulebook"),
                row.Text("unit_group"),
                row.IntegerOrNull("unit_rank"),
                row.DecimalOrNull("score"),
                row.Text("outcome"),
                row.TextOrNull("band"),
                row.Long("finding_count"),
                row.Long("veto_count"),
                row.Flag("is_sample")
            ),
            unit
        );
    }

    /// <summary>Decisions of persons on names (别名认定) that are in force, the newest first.</summary>
    public static IReadOnlyList<AliasDecision> Decisions(Snapshot snapshot) =>
        snapshot.Query(
            "from unit_aliases where decision_id is not null order by decision_id desc",
            row => new AliasDecision(
                row.Long("decision_id"),
                row.Text("alias"),
                row.Text("unit"),
                row.DateOrNull("valid_from"),
                row.DateOrNull("valid_to"),
                row.Text("decided_by"),
                DateTime.SpecifyKind((DateTime)row["decided_at"], DateTimeKind.Utc)
            )
        );

    /// <summary>The registry that knows a unit under any name that always means it; names for some time, and those a person decided, are left out.</summary>
    public static UnitRegistry Registry(Snapshot snapshot)
    {
        var aliases = snapshot
            .Query(
                "select unit, alias from unit_aliases where source = 'units.csv' order by alias",
                row => (Unit: row.Text("unit"), Alias: row.Text("alias"))
            )
            .ToLookup(row => row.Unit, row => row.Alias, StringComparer.Ordinal);
        return UnitRegistry.Of(
            All(snapshot)
                .Select(unit => new Unit(
                    unit.Code,
                    unit.Name,
                    unit.ShortName,
                    [.. aliases[unit.Code]],
                    unit.Group,
                    unit.SortOrder
                ))
        );
    }
}

/// <summary>A unit.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The full name.</param>
/// <param name="ShortName">The name on charts.</param>
/// <param name="Group">town, department or institution.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="SortOrder">The official order.</param>
public sealed record UnitRow(
    string Code,
    string Name,
    string ShortName,
    string Group,
    IReadOnlyList<string> Aliases,
    int SortOrder
);

/// <summary>A name a unit goes by.</summary>
/// <param name="Name">The name.</param>
/// <param name="From">The first day it means the unit; null without a bound.</param>
/// <param name="To">The last day; null without a bound.</param>
/// <param name="Source">The file that says so, or decision for a person.</param>
/// <param name="Decision">The number of a person's decision; null for a file.</param>
public sealed record UnitName(string Name, DateOnly? From, DateOnly? To, string Source, long? Decision);

/// <summary>A renaming, merger or split (更名、合并、拆分).</summary>
/// <param name="OldUnit">The code before.</param>
/// <param name="NewUnit">The code after.</param>
/// <param name="Kind">rename, merge or split.</param>
/// <param name="On">The day.</param>
/// <param name="FirstQuarter">The first quarter of the new unit.</param>
/// <param name="Source">The paper that says so.</param>
public sealed record UnitChange(
    string OldUnit,
    string NewUnit,
    string Kind,
    DateOnly On,
    Quarter FirstQuarter,
    string Source
);

/// <summary>How a unit stood in a quarter.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Rulebook">The rulebook in effect.</param>
/// <param name="Group">The group ranked together.</param>
/// <param name="Rank">From 1, shared on ties; null when not checked.</param>
/// <param name="Score">Points; null under a veto that stops scoring and when not checked.</param>
/// <param name="Outcome">scored, vetoed, unchecked or incomplete.</param>
/// <param name="Band">合格 or 不合格; null when not checked.</param>
/// <param name="FindingCount">Problems counted in all channels.</param>
/// <param name="VetoCount">单项否决 hits.</param>
/// <param name="IsSample">Whether the quarter is sample data (示例数据).</param>
public sealed record UnitStanding(
    Quarter Quarter,
    string Rulebook,
    string Group,
    int? Rank,
    decimal? Score,
    string Outcome,
    string? Band,
    long FindingCount,
    long VetoCount,
    bool IsSample
);
