using System.ComponentModel;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Rankings.</summary>
internal static class RankingsApi
{
    public static void MapRankings(this RouteGroupBuilder api) =>
        api.MapGet("/rankings/{quarter}", Rank)
            .WithSummary("Ranking of a quarter")
            .WithDescription(
                "Ranks are shared on ties and the next is skipped; vetoed units share the last place; unchecked units have none."
            )
            .WithMetadata(new AllowedQuery("rulebook", "group"))
            .WithProblems(400, 404);

    private static Results<RowsResult<RankingAnswer>, ProblemHttpResult> Rank(
        [Description("The quarter, for example 2024Q4; 2024Q4.csv for CSV, 2024Q4.xlsx for a workbook.")]
            string quarter,
        SnapshotLease data,
        [Description("The rulebook's id; by default the one in effect in that quarter.")] string? rulebook = null,
        [Description("Only one ranked group, for example town.")] string? group = null
    )
    {
        if (
            (Asked.Quarter(data.Snapshot, quarter, out var asked) ?? Asked.Rulebook(data.Snapshot, rulebook)) is
            { } problem
        )
        {
            return problem;
        }

        var all = Ranking.Rank(data.Snapshot, asked, rulebook);
        var used = all is [var first, ..] ? first.Rulebook : "";
        if (Asked.Group(data.Snapshot, used, group) is { } unknown)
        {
            return unknown;
        }

        var rows = group is null ? all : [.. all.Where(row => row.Group == group)];
        var rules = Rulebooks.All(data.Snapshot).FirstOrDefault(known => known.Id == used);
        return RowsResult.Of(
            new RankingAnswer(
                asked,
                rules?.Id,
                rules?.Title,
                rules?.Sha256,
                rules?.Confirmed ?? false,
                all.Any(row => row.IsSample),
                rules?.Gaps ?? [],
                Publications.Of(data.Snapshot, asked) is [var latest, ..] ? latest : null,
                Publications.Changes(data.Snapshot, asked),
                rows
            ),
            Tables.Ranking,
            rows,
            $"ranking-{asked}",
            () => RankingWorkbook.Of(data.Snapshot, asked, used)
        );
    }
}

/// <summary>A ranking (排名).</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Rulebook">The rulebook's id; null when none is in effect.</param>
/// <param name="RulebookTitle">Its title.</param>
/// <param name="RulebookSha256">The hash of its file.</param>
/// <param name="IsConfirmed">Whether a public text confirms its points.</param>
/// <param name="IsSample">Whether the quarter is sample data.</param>
/// <param name="Gaps">What is not confirmed in the rulebook; with any of these it cannot rank.</param>
/// <param name="Publication">The publication in force; null when the quarter is open.</param>
/// <param name="Changes">Units that no longer stand as they were published.</param>
/// <param name="Rows">Ranked units by group, rank and official order; unchecked units last in their group.</param>
internal sealed record RankingAnswer(
    Quarter Quarter,
    string? Rulebook,
    string? RulebookTitle,
    string? RulebookSha256,
    bool IsConfirmed,
    bool IsSample,
    IReadOnlyList<string> Gaps,
    PublicationRow? Publication,
    IReadOnlyList<PublicationChange> Changes,
    IReadOnlyList<RankingRow> Rows
);
