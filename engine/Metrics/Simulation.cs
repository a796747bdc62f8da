using Analytics.Domain;
using Analytics.Ingest.Rulebooks;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>What-if (试算): a quarter ranked by two rulebooks side by side, on a private copy.</summary>
public static class Simulation
{
    /// <summary>Ranks a quarter twice.</summary>
    /// <param name="snapshot">The data; it is not changed.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="draft">A rulebook that is not published; null to try <paramref name="rulebook"/>.</param>
    /// <param name="rulebook">A published rulebook, where there is no draft.</param>
    /// <param name="against">The published rulebook to compare with; null for the one in effect.</param>
    /// <returns>Every unit that either ranking holds, in the order of the tried ranking; null when no rulebook is in effect to compare with.</returns>
    /// <exception cref="WarehouseException">The copy cannot be made or read.</exception>
    public static SimulationResult? Run(
        Snapshot snapshot,
        Quarter quarter,
        RulebookSource? draft,
        string? rulebook,
        string? against
    )
    {
        using var copy = SimulationCopy.Of(snapshot, quarter, draft);
        var tried = draft is null ? rulebook : SimulationCopy.Draft;
        var after = Ranking.Rank(copy.Data, quarter, tried);
        var before = Ranking.Rank(copy.Data, quarter, against);
        if (after.Count == 0 || before.Count == 0)
        {
            return null;
        }

        tried = after[0].Rulebook;
        var linesAfter = Score.Lines(copy.Data, quarter, tried).ToLookup(line => line.Unit, StringComparer.Ordinal);
        var linesBefore = Score
            .Lines(copy.Data, quarter, before[0].Rulebook)
            .ToLookup(line => line.Unit, StringComparer.Ordinal);
        var sensitivity = Sensitivity(copy, quarter, tried, after, linesAfter);
        var standing = before.ToDictionary(row => row.Unit, StringComparer.Ordinal);
        return new SimulationResult(
            quarter,
            draft?.Rulebook.Id ?? tried,
            draft is not null,
            before[0].Rulebook,
            draft?.Rulebook.Gaps() ?? [],
            after[0].IsSample,
            [
                .. after.Select(row =>
                {
                    var was = standing[row.Unit];
                    var sensitive = sensitivity.GetValueOrDefault(row.Unit);
                    return new SimulationRow(
                        row.Unit,
                        row.UnitName,
                        row.Group,
                        was.Group,
                        was.Rank,
                        was.Score,
                        was.Outcome,
                        row.Rank,
                        row.Score,
                        row.Outcome,
                        was.Group == row.Group ? was.Rank - row.Rank : null,
                        Mover(linesBefore[row.Unit], linesAfter[row.Unit]),
                        sensitive?.Rule,
                        sensitive?.Words,
                        sensitive?.Moves
                    );
                }),
            ]
        );
    }

    // The rule whose points differ most between the two scores. The same kind of finding counts as the same rule in both.
    private static string? Mover(IEnumerable<ScoreLine> before, IEnumerable<ScoreLine> after)
    {
        var was = before.Where(IsRule).ToLookup(KeyOf, StringComparer.Ordinal);
        var now = after.Where(IsRule).ToLookup(KeyOf, StringComparer.Ordinal);
        var widest = was.Select(group => group.Key)
            .Union(now.Select(group => group.Key), StringComparer.Ordinal)
            .Select(key =>
                (
                    Line: now[key].Concat(was[key]).First(),
                    Was: was[key].Sum(line => line.Points),
                    Now: now[key].Sum(line => line.Points),
                    IsNew: !was[key].Any(),
                    IsGone: !now[key].Any()
                )
            )
            .Where(pair => pair.Was != pair.Now || ((pair.IsNew || pair.IsGone) && pair.Line.Points is null))
            .OrderByDescending(pair => pair.Line.Points is null)
            .ThenByDescending(pair => Math.Abs((pair.Now ?? 0) - (pair.Was ?? 0)))
            .FirstOrDefault();
        return widest.Line is null ? null
            : widest.Line.Points is null ? $"{(widest.IsGone ? "不再适用" : "新适用")}：{widest.Line.Words}"
            : FormattableString.Invariant($"{widest.Line.Label}：{widest.Was:0.##} → {widest.Now:0.##} 分");
    }

    private static Dictionary<string, Sensitive> Sensitivity(
        SimulationCopy copy,
        Quarter quarter,
        string rulebook,
        IReadOnlyList<RankingRow> ranking,
        ILookup<string, ScoreLine> lines
    )
    {
        var most = new Dictionary<string, Sensitive>(StringComparer.Ordinal);
        var rules = lines
            .SelectMany(own => own)
            .Where(line => line.Rule is not null && line.HitCount > 0)
            .GroupBy(line => line.Rule!, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            var without = copy.Without(rulebook, rule.Key, data => Standings(data, quarter, rulebook));
            foreach (var row in ranking.Where(row => row.Rank is not null))
            {
                var other = without[row.Unit];
                var sensitive = new Sensitive(
                    rule.Key,
                    (lines[row.Unit].FirstOrDefault(line => line.Rule == rule.Key) ?? rule.First()).Label,
                    (row.Rank - other.Rank) ?? 0,
                    (other.Score - row.Score) ?? 0
                );
                if (!most.TryGetValue(row.Unit, out var known) || sensitive.IsMoreThan(known))
                {
                    most[row.Unit] = sensitive;
                }
            }
        }

        return most.Where(pair => pair.Value.Moves != 0).ToDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, (int? Rank, decimal? Score)> Standings(
        Snapshot data,
        Quarter quarter,
        string rulebook
    ) =>
        data.Query(
                "select unit, unit_rank, score from ranking($1, $2)",
                row =>
                    (Unit: row.Text("unit"), Rank: row.IntegerOrNull("unit_rank"), Score: row.DecimalOrNull("score")),
                quarter.ToString(),
                rulebook
            )
            .ToDictionary(row => row.Unit, row => (row.Rank, row.Score), StringComparer.Ordinal);

    // What does not apply to a unit costs it nothing in the end: it is converted or spread.
    private static bool IsRule(ScoreLine line) => line.Kind is "hit" or "quota" or "award" or "veto";

    private static string KeyOf(ScoreLine line) =>
        string.Join(
            '|',
            line.Kind,
            line.Indicator,
            line.Category,
            line.Level,
            line.Platform,
            line.Target,
            line.Kind == "hit" ? "" : line.RuleTitle
        );

    private sealed record Sensitive(string Rule, string Words, int Moves, decimal Points)
    {
        public bool IsMoreThan(Sensitive other) =>
            Math.Abs(Moves) != Math.Abs(other.Moves)
                ? Math.Abs(Moves) > Math.Abs(other.Moves)
                : Math.Abs(Points) > Math.Abs(other.Points);
    }
}

/// <summary>Two rankings side by side (试算结果).</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Rulebook">The rulebook that is tried.</param>
/// <param name="IsDraft">Whether it is not published.</param>
/// <param name="Against">The rulebook it is compared with.</param>
/// <param name="Gaps">What keeps the tried one from ranking.</param>
/// <param name="IsSample">Whether the quarter is sample data.</param>
/// <param name="Rows">Every unit.</param>
public sealed record SimulationResult(
    Quarter Quarter,
    string Rulebook,
    bool IsDraft,
    string Against,
    IReadOnlyList<string> Gaps,
    bool IsSample,
    IReadOnlyList<SimulationRow> Rows
);

/// <summary>One unit under two rulebooks.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="UnitName">Its short name.</param>
/// <param name="Group">Its group under the tried rulebook.</param>
/// <param name="GroupBefore">Its group under the other.</param>
/// <param name="RankBefore">Its rank under the other.</param>
/// <param name="ScoreBefore">Its score under the other.</param>
/// <param name="OutcomeBefore">Its outcome under the other.</param>
/// <param name="Rank">Its rank under the tried one.</param>
/// <param name="Score">Its score under the tried one.</param>
/// <param name="Outcome">Its outcome under the tried one.</param>
/// <param name="Moves">Ranks gained (positive) or lost (negative); null where it has no rank in both or the groups differ.</param>
/// <param name="MovedBy">The rule whose points differ most, with both.</param>
/// <param name="SensitiveRule">The rule whose absence would move the unit most under the tried rulebook; null when none would.</param>
/// <param name="SensitiveWords">That rule in words.</param>
/// <param name="SensitiveMoves">How many ranks the unit would gain (positive) or lose without it.</param>
public sealed record SimulationRow(
    string Unit,
    string UnitName,
    string Group,
    string GroupBefore,
    int? RankBefore,
    decimal? ScoreBefore,
    string OutcomeBefore,
    int? Rank,
    decimal? Score,
    string Outcome,
    int? Moves,
    string? MovedBy,
    string? SensitiveRule,
    string? SensitiveWords,
    int? SensitiveMoves
);
