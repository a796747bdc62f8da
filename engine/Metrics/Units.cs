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
