using System.ComponentModel;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Scores.</summary>
internal static class ScoresApi
{
    public static void MapScores(this RouteGroupBuilder api) =>
        api.MapGet("/scores/{quarter}/{unit}", Explain)
            .WithSummary("Score of a unit, line by line")
            .WithDescription(
                "The points of the lines add up to the score. A vetoed unit has no score, an unchecked one no lines."
            )
            .WithMetadata(new AllowedQuery("rulebook"))
            .WithProblems(400, 404);

    private static Results<RowsResult<ScoreAnswer>, ProblemHttpResult> Explain(
        [Description("The quarter, for example 2024Q4.")] string quarter,
        [Description("The unit: code, full name, short name or alias.")] string unit,
        SnapshotLease data,
        [Description("The rulebook's id; by default the one in effect in that quarter.")] string? rulebook = null
    )
    {
        UnitRow? asked = null;
        if (
            (
                Asked.Quarter(data.Snapshot, quarter, out var known)
                ?? Asked.Unit(data.Snapshot, unit, out asked)
                ?? Asked.Rulebook(data.Snapshot, rulebook)
            ) is
            { } problem
        )
        {
            return problem;
        }

        var ranked = Ranking.Rank(data.Snapshot, known, rulebook).FirstOrDefault(row => row.Unit == asked!.Code);
        if (ranked is null)
        {
            return Problems.Unknown("rulebook", "评分规则", $"{known} 适用", []);
        }

        var lines = Score.Lines(data.Snapshot, known, rulebook, asked!.Code);
        return RowsResult.Of(
            new ScoreAnswer(ranked, ranked.Outcome == Ranking.Scored ? lines.Sum(line => line.Points) : null, lines),
            Tables.Lines,
            lines,
            $"score-{known}-{asked.Code}",
            () => RankingWorkbook.Of(data.Snapshot, known, ranked.Rulebook, asked.Code)
        );
    }
}

/// <summary>A unit's score and everything that makes it.</summary>
/// <param name="Ranked">Score, rank, outcome.</param>
/// <param name="LineSum">The sum of the lines' points, which is the score.</param>
/// <param name="Lines">Every line.</param>
internal sealed record ScoreAnswer(RankingRow Ranked, decimal? LineSum, IReadOnlyList<ScoreLine> Lines);
