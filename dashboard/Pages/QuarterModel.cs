using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Pages;

/// <summary>Everything the page of a quarter shows.</summary>
public sealed record QuarterModel(
    Quarter Quarter,
    bool IsSample,
    IReadOnlyList<QuarterRow> Quarters,
    IReadOnlyList<NoticeRow> Notices,
    IReadOnlyList<AdoptionRow> Adoption,
    IReadOnlyList<ChannelRow> Channels,
    IReadOnlyList<StatedRow> Stated,
    IReadOnlyList<CoverageRow> Coverage,
    IReadOnlyList<RankingRow> Ranking,
    IReadOnlyList<(string Code, string Title)> Groups,
    RulebookRow? Rulebook,
    IReadOnlyList<TrendPoint> Trend,
    IReadOnlyList<DiscrepancyRow> Discrepancies,
    PublicationRow? Publication,
    IReadOnlyList<PublicationChange> Changes,
    string? ChartProblem
)
{
    /// <summary>Collects it.</summary>
    public static QuarterModel Of(Snapshot snapshot, Quarter quarter, string? chartProblem)
    {
        var quarters = Metrics.Quarters.All(snapshot);
        var ranking = Metrics.Ranking.Rank(snapshot, quarter);
        var rulebook = ranking is [var first, ..] ? first.Rulebook : null;
        return new QuarterModel(
            quarter,
            quarters.Any(known => known.Quarter == quarter && known.IsSample),
            quarters,
            Metrics.Notices.Of(snapshot, quarter),
            Metrics.Adoption.Of(snapshot, quarter),
            Findings.ByChannel(snapshot, quarter),
            Metrics.Notices.Stated(snapshot, quarter),
            Metrics.Coverage.Of(snapshot, quarter),
            ranking,
            rulebook is null ? [] : Rulebooks.Groups(snapshot, rulebook),
            Rulebooks.All(snapshot).FirstOrDefault(known => known.Id == rulebook),
            Metrics.Trend.Of(snapshot, "adoption_rate", to: quarter),
            Metrics.Discrepancies.All(snapshot, quarter),
            Publications.Of(snapshot, quarter) is [var latest, ..] ? latest : null,
            Publications.Changes(snapshot, quarter),
            chartProblem
        );
    }

    /// <summary>The whole-channel total a notice states, where it states exactly one.</summary>
    public decimal? StatedTotal(string channel) =>
        Stated
            .Where(row =>
                row.Channel == channel
                && row is { Measure: Measure.Issues, Category: IssueCategory.None, Count: not null }
            )
            .ToList()
            is [var only]
            ? only.Count
            : null;

    /// <summary>Whether a rank is shared in its group.</summary>
    public bool IsShared(RankingRow row) =>
        Ranking.Count(other => other.Group == row.Group && other.Rank == row.Rank && other.Rank is not null) > 1;
}
