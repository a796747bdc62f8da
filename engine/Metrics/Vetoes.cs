using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>单项否决 as sources report them. SQL: Sql/marts/vetoes.sql.</summary>
public static class Vetoes
{
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
