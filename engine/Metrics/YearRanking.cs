using System.Globalization;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>The ranking of a whole year (全年排名), its quarters combined as the rulebook says. SQL: Sql/metrics/year_ranking.sql.</summary>
public static class YearRanking
{
    /// <summary>季度不足: fewer quarters count than the rulebook asks for.</summary>
    public const string TooFewQuarters = "short";

    /// <summary>不合计: sample and real data, or several rulebooks, in one year.</summary>
    public const string Mixed = "mixed";

    /// <summary>规则未定: the rulebook does not say how quarters are combined.</summary>
    public const string Open = "open";

    /// <summary>Ranks the units of a year.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="year">The year.</param>
    /// <param name="rulebook">The rulebook's id; null for each quarter's own.</param>
    /// <returns>Groups in the rulebook's order, ranked units by rank and official order, the others last. Empty when the year has no quarter.</returns>
    /// <exception cref="WarehouseException">The snapshot cannot be read.</exception>
    public static IReadOnlyList<YearRankingRow> Rank(Snapshot snapshot, int year, string? rulebook = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            "from year_ranking($1, $2) order by group_order, unit_rank nulls last, sort_order",
            row => new YearRankingRow(
                year,
                row.Text("rulebook"),
                row.Text("unit_group"),
                row.IntegerOrNull("unit_rank"),
                row.Text("unit"),
                row.Text("unit_name"),
                row.DecimalOrNull("score"),
                row.Text("outcome"),
                row.TextOrNull("band"),
                row.IntegerOrNull("counted_count") ?? 0,
                row.Long("finding_count"),
                row.Long("veto_count"),
                row.Flag("is_sample")
            ),
            year.ToString(CultureInfo.InvariantCulture),
            rulebook
        );
    }
}

/// <summary>A unit's place in a year (全年名次).</summary>
/// <param name="Year">The year.</param>
/// <param name="Rulebook">The rulebook's id; one of them where there are several.</param>
/// <param name="Group">The group ranked together.</param>
/// <param name="Rank">From 1, shared on ties, the next one skipped; null unless scored or vetoed.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="UnitName">Its short name.</param>
/// <param name="Score">The quarters' mean or sum; null unless scored.</param>
/// <param name="Outcome">scored, vetoed, short, mixed or open.</param>
/// <param name="Band">The band of a mean; null otherwise.</param>
/// <param name="CountedCount">How many quarters count.</param>
/// <param name="FindingCount">Problems counted in the year.</param>
/// <param name="VetoCount">单项否决 hits.</param>
/// <param name="IsSample">Whether a quarter of the year is sample data (示例数据).</param>
public sealed record YearRankingRow(
    int Year,
    string Rulebook,
    string Group,
    int? Rank,
    string Unit,
    string UnitName,
    decimal? Score,
    string Outcome,
    string? Band,
    int CountedCount,
    long FindingCount,
    long VetoCount,
    bool IsSample
);
