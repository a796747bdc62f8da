using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>The ranking (排名) of a quarter's units under one rulebook. SQL: Sql/metrics/ranking.sql, rank_stability.sql.</summary>
public static class Ranking
{
    /// <summary>The unit has points.</summary>
    public const string Scored = "scored";

    /// <summary>单项否决: nothing else is scored; ranked after all others, sharing the last place.</summary>
    public const string Vetoed = "vetoed";

    /// <summary>未检查: neither named nor covered by a check; listed apart, without a rank.</summary>
    public const string Unchecked = "unchecked";

    /// <summary>规则未定: the rulebook has points that nobody confirmed, so that it cannot score.</summary>
    public const string Incomplete = "incomplete";

    private const string ByRulebook = """
        (
            select r.*, s.gap_above, s.gap_below, s.close_above, s.close_below
            from ranking($1, $2) as r
            left join rank_stability($1, $2) as s on s.unit = r.unit
        )
        """;

    /// <summary>Ranks the units of a quarter.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="rulebook">The rulebook's id; null for the one in effect in that quarter.</param>
    /// <param name="group">Only this group; null for all.</param>
    /// <returns>Groups in the rulebook's order, ranked units by rank and official order, unchecked ones last. Empty when the quarter is not loaded.</returns>
    /// <exception cref="WarehouseException">The snapshot cannot be read.</exception>
    public static IReadOnlyList<RankingRow> Rank(
        Snapshot snapshot,
        Quarter quarter,
        string? rulebook = null,
        string? group = null
    )
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        rulebook = Quarters.Other(snapshot, quarter, rulebook);
        return snapshot.Query(
            $"""
            from {(rulebook is null ? "quarter_ranks" : ByRulebook)}
            where quarter = $1 and ($2 is null or rulebook = $2) and ($3 is null or unit_group = $3)
            order by group_order, unit_rank nulls last, sort_order
            """,
            row => new RankingRow(
                row.Quarter("quarter"),
                row.Text("rulebook"),
                row.Text("unit_group"),
                row.IntegerOrNull("unit_rank"),
                row.Text("unit"),
                row.Text("unit_name"),
                row.DecimalOrNull("score"),
                row.Text("outcome"),
                row.TextOrNull("band"),
                row.Flag("is_held_down"),
                row.LongOrNull("finding_count"),
                row.LongOrNull("veto_count"),
                row.Flag("is_sample"),
                row.DecimalOrNull("gap_above"),
                row.DecimalOrNull("gap_below"),
                row.Flag("close_above"),
                row.Flag("close_below")
            ),
            quarter.ToString(),
            rulebook,
            group
        );
    }

    /// <summary>The ranks of all units in all quarters, each by the rulebook in effect; who has no rank has no row.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="to">The last quarter; null for all.</param>
    /// <exception cref="WarehouseException">The snapshot cannot be read.</exception>
    public static IReadOnlyList<RankHistoryRow> History(Snapshot snapshot, Quarter? to = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            """
            select r.quarter, r.unit_group, g.group_title, r.unit, r.unit_name, r.unit_rank, r.is_sample
            from quarter_ranks as r
            left join (select distinct rulebook, ranked_group, group_title from rulebook_groups) as g
                on g.rulebook = r.rulebook and g.ranked_group = r.unit_group
            where r.unit_rank is not null and ($1 is null or r.quarter <= $1)
            order by r.quarter, r.unit_group, r.unit_rank, r.unit
            """,
            row => new RankHistoryRow(
                row.Quarter("quarter"),
                row.Text("unit_group"),
                row.Text("group_title"),
                row.Text("unit"),
                row.Text("unit_name"),
                row.IntegerOrNull("unit_rank") ?? 0,
                row.Flag("is_sample")
            ),
            to?.ToString()
        );
    }
}

/// <summary>A unit's rank in a quarter (历次名次).</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Group">The group ranked together.</param>
/// <param name="GroupTitle">Its Chinese title.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="UnitName">Its short name.</param>
/// <param name="Rank">From 1.</param>
/// <param name="IsSample">Whether the quarter is sample data (示例数据).</param>
public sealed record RankHistoryRow(
    Quarter Quarter,
    string Group,
    string GroupTitle,
    string Unit,
    string UnitName,
    int Rank,
    bool IsSample
);

/// <summary>One unit's place in a ranking (排名).</summary>
/// <param name="Quarter">The quarter scored.</param>
/// <param name="Rulebook">The rulebook's id.</param>
/// <param name="Group">The group ranked together: town or department.</param>
/// <param name="Rank">From 1, shared on ties, the next one skipped; null when not checked (未检查), which is not ranked.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="UnitName">The unit's short name.</param>
/// <param name="Score">Points; null under a veto that stops scoring and when not checked.</param>
/// <param name="Outcome">scored, vetoed, unchecked or incomplete.</param>
/// <param name="Band">合格 or 不合格 as the rulebook's bands say; null when not checked.</param>
/// <param name="IsHeldDown">Whether a 单项否决 leaves the unit at most a fixed score (59).</param>
/// <param name="FindingCount">Problems counted in all channels.</param>
/// <param name="VetoCount">单项否决 hits.</param>
/// <param name="IsSample">Whether the quarter is sample data (示例数据).</param>
/// <param name="GapAbove">Points to the next better score of the group; null for the best.</param>
/// <param name="GapBelow">Points to the next worse score of the group; null for the worst.</param>
/// <param name="IsCloseAbove">Whether one finding more or less would swap the order with the next better: not distinguishable.</param>
/// <param name="IsCloseBelow">Likewise with the next worse.</param>
public sealed record RankingRow(
    Quarter Quarter,
    string Rulebook,
    string Group,
    int? Rank,
    string Unit,
    string UnitName,
    decimal? Score,
    string Outcome,
    string? Band,
    bool IsHeldDown,
    long? FindingCount,
    long? VetoCount,
    bool IsSample,
    decimal? GapAbove = null,
    decimal? GapBelow = null,
    bool IsCloseAbove = false,
    bool IsCloseBelow = false
);
