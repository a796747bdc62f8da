using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>单项否决 as sources report them. SQL: Sql/marts/vetoes.sql.</summary>
public static class Vetoes
{
    /// <summary>The vetoes of a quarter by unit, channel, platform and level, those of no level first, then in official order; those without a unit are left out.</summary>
    public static IReadOnlyList<UnitVeto> ByUnit(Snapshot snapshot, Quarter quarter) =>
        snapshot.Query(
            """
            select v.unit, v.channel, v.platform, v.level, cast(sum(v.veto_count) as bigint) as veto_count
            from vetoes as v
            inner join units as u on u.unit = v.unit
            where v.quarter = $1
            group by v.unit, v.channel, v.platform, v.level, u.sort_order
            order by v.channel, v.level <> 'NONE', u.sort_order, v.platform, v.level
            """,
            row => new UnitVeto(
                row.Text("unit"),
                row.Text("channel"),
                row.Text("platform"),
                row.Text("level"),
                row.Long("veto_count")
            ),
            quarter.ToString()
        );

    /// <summary>The vetoes of a unit in a quarter with the words they come from.</summary>
    public static IReadOnlyList<VetoRow> Of(Snapshot snapshot, Quarter quarter, string unit) =>
        snapshot.Query(
            "from vetoes where quarter = $1 and unit = $2 order by veto_id",
            row => new VetoRow(
                row.Text("veto_id"),
                row.Text("channel"),
                row.Text("platform"),
                row.Text("level"),
                row.Long("veto_count"),
                row.Text("words"),
                row.Text("location")
            ),
            quarter.ToString(),
            unit
        );
}

/// <summary>How often a unit was vetoed on a platform by a level.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Platform">The platform, or NONE.</param>
/// <param name="Level">Who found it, or NONE.</param>
/// <param name="Count">How often.</param>
public sealed record UnitVeto(string Unit, string Channel, string Platform, string Level, long Count);

/// <summary>A 单项否决 of a unit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Platform">The platform, or NONE.</param>
/// <param name="Level">Who found it.</param>
/// <param name="Count">How often.</param>
/// <param name="Words">The words it comes from.</param>
/// <param name="Location">Their place in the file.</param>
public sealed record VetoRow(
    string Id,
    string Channel,
    string Platform,
    string Level,
    long Count,
    string Words,
    string Location
);
