using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>What a rulebook (评分规则) says, part by part. SQL: Sql/marts/rulebooks.sql, rulebook_*.sql.</summary>
public static class RulebookDetails
{
    private static readonly string[] s_ties = ["tie_1", "tie_2", "tie_3"];

    /// <summary>A rulebook with everything in it; null when there is none of that id.</summary>
    public static RulebookDetail? Of(Snapshot snapshot, string id)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (Rulebooks.All(snapshot).FirstOrDefault(known => known.Id == id) is not { } rulebook)
        {
            return null;
        }

        var frame = snapshot.Query("from rulebooks where rulebook = $1", FrameOf, id)[0];
        return new RulebookDetail(
            rulebook,
            frame,
            Indicators(snapshot, id),
            Rules(snapshot, id),
            Vetoes(snapshot, id),
            Bands(snapshot, id),
            Groups(snapshot, id)
        );
    }

    private static RulebookFrame FrameOf(System.Data.IDataRecord row) =>
        new(
            row.DecimalOrNull("base_points") ?? 0,
            row.DecimalOrNull("unallocated_points") ?? 0,
            row.Text("rebase"),
            row.Flag("has_bonus"),
            row.DecimalOrNull("bonus_above"),
            row.DecimalOrNull("bonus_cap"),
            row.Text("rank_order"),
            [.. s_ties.Select(row.TextOrNull).OfType<string>()]
        );

    private static IReadOnlyList<RulebookIndicatorRow> Indicators(Snapshot snapshot, string id) =>
        snapshot.Query(
            "from rulebook_indicators where rulebook = $1 order by sort_order, indicator",
            row => new RulebookIndicatorRow(
                row.Text("indicator"),
                row.Text("indicator_title"),
                row.Text("channel"),
                row.DecimalOrNull("full_points"),
                row.DecimalOrNull("cap_points"),
                row.Text("unit_function"),
                row.Flag("is_confirmed"),
                row.TextOrNull("source")
            ),
            id
        );

    private static IReadOnlyList<RulebookRule> Rules(Snapshot snapshot, string id) =>
        snapshot.Query(
            """
            select r.*
            from rulebook_rules as r
            left join rulebook_indicators as i on i.rulebook = r.rulebook and i.indicator = r.indicator
            where r.rulebook = $1 and r.kind <> 'veto'
            order by i.sort_order nulls last, r.kind, r.rule_order, r.rule, r.target
            """,
            row => new RulebookRule(
                row.Text("rule"),
                row.Text("kind"),
                row.TextOrNull("rule_title"),
                row.TextOrNull("indicator"),
                row.TextOrNull("category"),
                row.TextOrNull("level"),
                row.TextOrNull("platform"),
                row.TextOrNull("measure"),
                row.Text("target"),
                row.DecimalOrNull("points"),
                row.IntegerOrNull("per_count"),
                row.LongOrNull("at_least"),
                row.Flag("is_confirmed")
            ),
            id
        );

    private static IReadOnlyList<RulebookVetoRow> Vetoes(Snapshot snapshot, string id) =>
        snapshot.Query(
            "from rulebook_vetoes where rulebook = $1 order by rule_order, rule",
            row => new RulebookVetoRow(
                row.Text("rule"),
                row.Text("rule_title"),
                row.Text("outcome"),
                row.DecimalOrNull("at_most_points"),
                row.TextOrNull("channel"),
                row.TextOrNull("level"),
                row.TextOrNull("platform"),
                row["categories"] is IEnumerable<string> categories ? [.. categories] : [],
                row.IntegerOrNull("at_least"),
                row.Flag("is_confirmed")
            ),
            id
        );

    private static IReadOnlyList<RulebookBandRow> Bands(Snapshot snapshot, string id) =>
        snapshot.Query(
            "from rulebook_bands where rulebook = $1 order by from_score desc",
            row => new RulebookBandRow(row.Text("band"), row.DecimalOrNull("from_score") ?? 0),
            id
        );

    private static IReadOnlyList<RulebookGroupRow> Groups(Snapshot snapshot, string id) =>
        snapshot.Query(
            """
            select ranked_group, any_value(group_title) as group_title, list(unit_group order by unit_group) as unit_groups
            from rulebook_groups
            where rulebook = $1
            group by ranked_group
            order by min(group_order), ranked_group
            """,
            row => new RulebookGroupRow(
                row.Text("ranked_group"),
                row.Text("group_title"),
                row["unit_groups"] is IEnumerable<string> groups ? [.. groups] : []
            ),
            id
        );
}

/// <summary>A rulebook with everything in it.</summary>
/// <param name="Rulebook">Title, source, dates, hash, what is not confirmed.</param>
/// <param name="Frame">Base, bonus, order.</param>
/// <param name="Indicators">The indicators in order.</param>
/// <param name="Rules">What gives and takes points: hit, quota, award.</param>
/// <param name="Vetoes">单项否决 and what follows from it.</param>
/// <param name="Bands">The bands, the best first.</param>
/// <param name="Groups">The groups that are ranked together, in order.</param>
public sealed record RulebookDetail(
    RulebookRow Rulebook,
    RulebookFrame Frame,
    IReadOnlyList<RulebookIndicatorRow> Indicators,
    IReadOnlyList<RulebookRule> Rules,
    IReadOnlyList<RulebookVetoRow> Vetoes,
    IReadOnlyList<RulebookBandRow> Bands,
    IReadOnlyList<RulebookGroupRow> Groups
);

/// <summary>What holds for a whole rulebook.</summary>
/// <param name="BasePoints">基准分</param>
/// <param name="UnallocatedPoints">Points of the base that no indicator holds.</param>
/// <param name="Rebase">What a unit without a service gets: scale, spread or none.</param>
/// <param name="HasBonus">Whether there are points on top.</param>
/// <param name="BonusAbove">The score above which they count; null for any.</param>
/// <param name="BonusCap">The most of them; null without a bound.</param>
/// <param name="RankOrder">desc when the highest score comes first, else asc.</param>
/// <param name="Ties">What decides between equal scores, in order.</param>
public sealed record RulebookFrame(
    decimal BasePoints,
    decimal UnallocatedPoints,
    string Rebase,
    bool HasBonus,
    decimal? BonusAbove,
    decimal? BonusCap,
    string RankOrder,
    IReadOnlyList<string> Ties
);

/// <summary>An indicator (指标).</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Title">Its Chinese name.</param>
/// <param name="Channel">The channel it judges.</param>
/// <param name="FullPoints">满分; null where rules only add up.</param>
/// <param name="CapPoints">The most it takes; null without a bound.</param>
/// <param name="UnitFunction">Only for units with this function; NONE for all.</param>
/// <param name="IsConfirmed">Whether a public text confirms its points.</param>
/// <param name="Source">That text.</param>
public sealed record RulebookIndicatorRow(
    string Indicator,
    string Title,
    string Channel,
    decimal? FullPoints,
    decimal? CapPoints,
    string UnitFunction,
    bool IsConfirmed,
    string? Source
);

/// <summary>A rule of a rulebook; null is what it does not narrow down.</summary>
/// <param name="Rule">Its code.</param>
/// <param name="Kind">hit (问题), quota (报送不足) or award (加分).</param>
/// <param name="Title">Its name.</param>
/// <param name="Indicator">The indicator; null for an award.</param>
/// <param name="Category">The category; NONE for findings without one.</param>
/// <param name="Level">Who found it.</param>
/// <param name="Platform">The platform.</param>
/// <param name="Measure">submitted, adopted or pushed.</param>
/// <param name="Target">Where it was submitted to, or NONE.</param>
/// <param name="Points">Points each; null where nobody confirmed them.</param>
/// <param name="PerCount">How many findings count once.</param>
/// <param name="AtLeast">The quota.</param>
/// <param name="IsConfirmed">Whether a public text confirms the points.</param>
public sealed record RulebookRule(
    string Rule,
    string Kind,
    string? Title,
    string? Indicator,
    string? Category,
    string? Level,
    string? Platform,
    string? Measure,
    string Target,
    decimal? Points,
    int? PerCount,
    long? AtLeast,
    bool IsConfirmed
);

/// <summary>A veto (单项否决) of a rulebook; null is what it does not narrow down.</summary>
/// <param name="Rule">Its code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Outcome">fail, or atMost.</param>
/// <param name="AtMostPoints">The most points a unit then has; null when it has none.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Level">Who found it.</param>
/// <param name="Platform">The platform.</param>
/// <param name="Categories">The categories; empty where a reported veto is meant.</param>
/// <param name="AtLeast">How many findings it takes.</param>
/// <param name="IsConfirmed">Whether a public text confirms it.</param>
public sealed record RulebookVetoRow(
    string Rule,
    string Title,
    string Outcome,
    decimal? AtMostPoints,
    string? Channel,
    string? Level,
    string? Platform,
    IReadOnlyList<string> Categories,
    int? AtLeast,
    bool IsConfirmed
);

/// <summary>A band (等次).</summary>
/// <param name="Band">Its name.</param>
/// <param name="FromScore">The score it begins with.</param>
public sealed record RulebookBandRow(string Band, decimal FromScore);

/// <summary>A group that is ranked together (组别).</summary>
/// <param name="Group">Its code.</param>
/// <param name="Title">Its name.</param>
/// <param name="UnitGroups">The groups of units in it.</param>
public sealed record RulebookGroupRow(string Group, string Title, IReadOnlyList<string> UnitGroups);
