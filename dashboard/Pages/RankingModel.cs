using Analytics.Dashboard.Api;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Pages;

/// <summary>Everything the page of a ranking shows.</summary>
public sealed record RankingModel(
    Quarter Quarter,
    IReadOnlyList<QuarterRow> Quarters,
    IReadOnlyList<RankingRow> Rows,
    IReadOnlyList<(string Code, string Title)> Groups,
    string? Group,
    string? Asked,
    RulebookRow? Rulebook,
    IReadOnlyList<RulebookRow> Rulebooks,
    PublicationRow? Publication,
    IReadOnlyList<PublicationChange> Changes,
    string? ChartProblem,
    ChartView? Chart
)
{
    /// <summary>Collects it.</summary>
    internal static RankingModel Of(
        Snapshot snapshot,
        Quarter quarter,
        string? rulebook,
        string? group,
        PageCharts charts
    )
    {
        var rows = Ranking.Rank(snapshot, quarter, rulebook, group);
        var used = rows is [var first, ..] ? first.Rulebook : null;
        var all = Metrics.Rulebooks.All(snapshot);
        return new RankingModel(
            quarter,
            Metrics.Quarters.All(snapshot),
            rows,
            used is null ? [] : Metrics.Rulebooks.Groups(snapshot, used),
            group,
            rulebook,
            all.FirstOrDefault(known => known.Id == used),
            all,
            Publications.Of(snapshot, quarter) is [var latest, ..] ? latest : null,
            Publications.Changes(snapshot, quarter),
            charts.Problem,
            charts
                .View(
                    snapshot.Version,
                    $"/api/v1/charts/ranking.svg?quarter={quarter}{Query("rulebook", rulebook)}{Query("group", group)}",
                    (size, language) =>
                        ChartCatalog.Ranking(snapshot, quarter, rulebook, group, size: size, language: language)
                )
                ?.Told()
        );
    }

    /// <summary>The address of this ranking as a table; JSON without a suffix.</summary>
    public string TableAt(string suffix) =>
        $"/api/v1/rankings/{Quarter}{suffix}"
        + ((Query("rulebook", Asked) + Query("group", Group)) is { Length: > 0 } query ? "?" + query[1..] : "");

    /// <summary>Whether a rank is shared in its group.</summary>
    public static bool IsShared(IReadOnlyList<RankingRow> rows, RankingRow row) =>
        row.Rank is not null && rows.Count(other => other.Group == row.Group && other.Rank == row.Rank) > 1;

    private static string Query(string name, string? value) =>
        value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
