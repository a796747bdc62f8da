using System.Text.Json.Serialization;
using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>A unit's score (得分) and every line that makes it. SQL: Sql/metrics/unit_score.sql, score_lines.sql, line_findings.sql.</summary>
public static class Score
{
    /// <summary>The lines of one unit's score, or of all units.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="rulebook">The rulebook's id; null for the one in effect in that quarter.</param>
    /// <param name="unit">The unit's code; null for all units in official order.</param>
    /// <param name="withFindings">Whether each line has the ids behind it, of which a large quarter has many.</param>
    /// <returns>The points of a unit's lines add up to its score; an unchecked unit has no lines.</returns>
    /// <exception cref="WarehouseException">The snapshot cannot be read.</exception>
    public static IReadOnlyList<ScoreLine> Lines(
        Snapshot snapshot,
        Quarter quarter,
        string? rulebook = null,
        string? unit = null,
        bool withFindings = true
    )
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        rulebook = Quarters.Other(snapshot, quarter, rulebook);
        var lines = snapshot.Query(
            $"""
            select
                l.*, u.short_name, i.indicator_title,
                coalesce(q.rule_title, a.rule_title, v.rule_title) as rule_title, coalesce(q.at_least, v.at_least) as at_least,
            from {(rulebook is null ? "quarter_lines" : "score_lines($1, $2)")} as l
            inner join units as u on u.unit = l.unit
            inner join {(rulebook is null ? "quarter_scores" : "unit_score($1, $2)")} as s
                on s.quarter = l.quarter and s.unit = l.unit
            left join rulebook_indicators as i on i.rulebook = s.rulebook and i.indicator = l.indicator
            left join rulebook_quotas as q on q.rulebook = s.rulebook and q.rule = l.rule
            left join rulebook_awards as a
                on a.rulebook = s.rulebook and a.rule = l.rule and cast(a.target as varchar) = l.target
            left join rulebook_vetoes as v on v.rulebook = s.rulebook and v.rule = l.rule
            where l.quarter = $1 and ($2 is null or s.rulebook = $2) and ($3 is null or l.unit = $3)
            order by u.sort_order, l.line_order, l.category, l.level, l.platform
            """,
            row => new ScoreLine(
                row.Text("unit"),
                row.Text("short_name"),
                0,
                row.Text("kind"),
                row.TextOrNull("indicator"),
                row.TextOrNull("indicator_title"),
                row.TextOrNull("rule"),
                row.TextOrNull("rule_title"),
                row.TextOrNull("category"),
                row.TextOrNull("level"),
                row.TextOrNull("platform"),
                row.TextOrNull("target"),
                row.LongOrNull("at_least"),
                row.LongOrNull("hit_count"),
                row.LongOrNull("excluded_count"),
                row.DecimalOrNull("points_per_hit"),
                row.IntegerOrNull("per_count"),
                row.DecimalOrNull("points_before_cap"),
                row.DecimalOrNull("capped_points"),
                row.DecimalOrNull("points")
            ),
            quarter.ToString(),
            rulebook,
            unit
        );
        var evidence = ScoreEvidence.Of(snapshot, quarter, rulebook, unit, withFindings);
        return
        [
            .. lines
                .GroupBy(line => line.Unit, StringComparer.Ordinal)
                .SelectMany(own => own.Select((line, index) => evidence.Explain(line with { Line = index + 1 }))),
        ];
    }
}

/// <summary>One line of a score (得分明细).</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="UnitName">The unit's short name.</param>
/// <param name="Line">From 1.</param>
/// <param name="Kind">base, unchecked, exempt, spread, hit, quota, unscored, rebase, award, gate or veto.</param>
/// <param name="Indicator">The indicator's code, where the line belongs to one.</param>
/// <param name="IndicatorTitle">Its Chinese title.</param>
/// <param name="Rule">The code of the rule.</param>
/// <param name="RuleTitle">Its Chinese title, where it has one.</param>
/// <param name="Category">The category of the findings; null where the rule takes several together.</param>
/// <param name="Level">Who found them, likewise.</param>
/// <param name="Platform">The platform, likewise.</param>
/// <param name="Target">Where to, for submissions.</param>
/// <param name="AtLeast">The threshold of a quota, or of a veto that counts findings.</param>
/// <param name="HitCount">How many findings, items or events count.</param>
/// <param name="ExcludedCount">How many findings are left out because their column or account was counted already.</param>
/// <param name="PointsPerHit">Points for each.</param>
/// <param name="PerCount">Points are taken for every so many.</param>
/// <param name="PointsBeforeCap">What they come to before any cap; not signed.</param>
/// <param name="CappedPoints">What the cap leaves out; not signed.</param>
/// <param name="Points">Signed; null where there is no score.</param>
public sealed record ScoreLine(
    string Unit,
    string UnitName,
    int Line,
    string Kind,
    string? Indicator,
    string? IndicatorTitle,
    string? Rule,
    string? RuleTitle,
    string? Category,
    string? Level,
    string? Platform,
    string? Target,
    long? AtLeast,
    long? HitCount,
    long? ExcludedCount,
    decimal? PointsPerHit,
    int? PerCount,
    decimal? PointsBeforeCap,
    decimal? CappedPoints,
    decimal? Points
)
{
    /// <summary>The line in Chinese.</summary>
    public string Words { get; init; } = "";

    /// <summary>The line in a few words, without its points.</summary>
    public string Label { get; init; } = "";

    /// <summary><see cref="Label"/> in English; titles of indicators and rules and names of categories stay as they are.</summary>
    [JsonIgnore]
    public string EnglishLabel { get; init; } = "";

    /// <summary><see cref="Words"/> in English; Chinese names in it stand in quotes.</summary>
    [JsonIgnore]
    public string EnglishWords { get; init; } = "";

    /// <summary>The ids of the findings or vetoes behind the line.</summary>
    public IReadOnlyList<string> FindingIds { get; init; } = [];
}
