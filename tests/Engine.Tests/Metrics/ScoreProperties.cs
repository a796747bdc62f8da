using Analytics.Domain;
using Analytics.Metrics;
using CsCheck;

namespace Analytics.Tests.Metrics;

/// <summary>What scoring promises, over random rulebooks and quarters.</summary>
public sealed class ScoreProperties
{
    private const int Quarters = 40;
    private const int Rulebooks = 8;

    // Seeds stand for cases: rulebooks and quarters hang together in too many ways to be shrunk part by part.
    private static readonly Gen<Random> s_random = Gen.Int.Select(seed => new Random(seed));

    /// <summary>1,000 cases: 25 rulebooks, each over 40 quarters.</summary>
    [Fact]
    public void A_second_implementation_agrees_to_the_last_digit() =>
        s_random.Sample(
            random =>
            {
                var quarters = QuartersOf(random);
                using var trial = new Trial(RulebooksOf(random, 25), Facts(quarters));
                var compared = 0;
                var outcomes = new HashSet<string>();
                foreach (var rulebook in trial.Rulebooks)
                {
                    var ranked = trial.Rank(rulebook.Id);
                    var lines = trial.Lines(rulebook.Id);
                    for (var index = 0; index < quarters.Count; index++)
                    {
                        var expected = new SecondScore(rulebook, quarters[index]).Standings();
                        for (var unit = 0; unit < RandomQuarter.Units.Length; unit++)
                        {
                            var key = (Trial.QuarterOf(index).ToString(), RandomQuarter.Units[unit]);
                            var row = ranked[key];
                            Assert.Equal(expected[unit], new Standing(row.Outcome, row.Score, row.Band, row.Rank));
                            Assert.Equal(row.Score, Sum(lines[key]));
                            outcomes.Add(row.Outcome);
                        }

                        compared++;
                    }
                }

                Assert.Equal(1000, compared);
                Assert.Superset(new HashSet<string> { Ranking.Scored, Ranking.Vetoed, Ranking.Unchecked }, outcomes);
            },
            iter: 1,
            threads: 1
        );

    [Fact]
    public void One_more_finding_never_raises_a_score() =>
        Changed(
            // Where the channel was checked already: a first finding also makes the channel count.
            (random, quarter) =>
                WithFinding(random, quarter) is { } finding && quarter.IsChecked(finding.Unit, finding.Channel)
                    ? quarter with
                    {
                        Findings = [.. quarter.Findings, finding],
                    }
                    : quarter,
            (_, before, after) =>
            {
                if (before.Outcome == Ranking.Scored)
                {
                    Assert.True(after.Outcome == Ranking.Vetoed || after.Score <= before.Score);
                }
                else
                {
                    Assert.Null(after.Score);
                }
            }
        );

    [Fact]
    public void The_order_of_rows_does_not_matter() =>
        Changed(
            (random, quarter) =>
                quarter with
                {
                    Findings = Shuffled(random, quarter.Findings),
                    Vetoes = Shuffled(random, quarter.Vetoes),
                    Figures = Shuffled(random, quarter.Figures),
                },
            (_, before, after) => Assert.Equal(before with { Quarter = "" }, after with { Quarter = "" })
        );

    [Fact]
    public void A_veto_always_ends_in_its_outcome() =>
        Changed(
            (_, quarter) =>
                quarter with
                {
                    Vetoes = [.. Enumerable.Range(0, RandomQuarter.Units.Length).Select(VetoOn)],
                },
            (rulebook, _, after) =>
            {
                var veto = VetoOn(0);
                var holding = rulebook
                    .Vetoes.Where(rule =>
                        rule.Threshold is null
                        && (rule.Channel ?? veto.Channel) == veto.Channel
                        && (rule.Level ?? veto.Level) == veto.Level
                        && (rule.Platform ?? veto.Platform) == veto.Platform
                    )
                    .ToList();
                if (holding.Exists(rule => rule.Outcome == RulebookVeto.Fail))
                {
                    Assert.Equal((Ranking.Vetoed, (decimal?)null, (int?)1), (after.Outcome, after.Score, after.Rank));
                }

                foreach (var rule in holding.Where(rule => rule.Outcome == RulebookVeto.AtMost))
                {
                    Assert.True(after.Score is null || after.Score <= rule.Score);
                }
            }
        );

    [Fact]
    public void Ranks_are_a_permutation_with_ties() =>
        Each(
            (_, ranked, _) =>
            {
                foreach (var group in ranked.Values.GroupBy(row => (row.Quarter, row.Group)))
                {
                    var places = group.Where(row => row.Rank is not null).Select(row => row.Rank!.Value).ToList();
                    Assert.All(places, place => Assert.Equal(place - 1, places.Count(other => other < place)));
                    Assert.Equal(group.Count(row => row.Outcome is Ranking.Scored or Ranking.Vetoed), places.Count);
                }
            }
        );

    [Fact]
    public void Caps_hold_and_a_score_lies_between_zero_and_base_with_bonus() =>
        Each(
            (rulebook, ranked, lines) =>
            {
                var bonusCap = rulebook.Bonus?.Cap ?? decimal.MaxValue;
                foreach (var row in ranked.Values.Where(row => row.Outcome == Ranking.Scored))
                {
                    var own = lines[(row.Quarter, row.Unit)].ToList();
                    var bonus = Sum(own.Where(line => line.Kind == "award")) ?? 0;
                    Assert.InRange(bonus, 0, bonusCap);
                    foreach (var item in rulebook.Bonus?.Items ?? [])
                    {
                        var earned = Sum(own.Where(line => line.Kind == "award" && line.Rule == item.Code)) ?? 0;
                        Assert.InRange(earned, 0, item.Cap ?? decimal.MaxValue);
                    }

                    foreach (var indicator in rulebook.Indicators)
                    {
                        var of = own.Where(line => line.Indicator == indicator.Code).ToList();
                        var taken = -(Sum(of.Where(line => line.Kind is "hit" or "quota")) ?? 0);
                        var share = Sum(of.Where(line => line.Kind == "spread")) ?? 0;
                        Assert.InRange(taken, 0, indicator.Cap + share ?? decimal.MaxValue);
                    }

                    if (rulebook.Kind == RulebookKind.Deduction)
                    {
                        Assert.InRange(row.Score!.Value, 0, rulebook.Base + bonus);
                    }
                }
            }
        );

    [Fact]
    public void Scaling_and_spreading_agree_when_nothing_is_found() =>
        s_random.Sample(
            random =>
            {
                var scaled = RandomRulebook.Of(random, "scaled");
                while (scaled["kind"]!.GetValue<string>() != RulebookKind.Deduction)
                {
                    scaled = RandomRulebook.Of(random, "scaled");
                }

                scaled["rebase"] = RulebookRebase.Scale;
                var spread = scaled.DeepClone().AsObject();
                (spread["id"], spread["rebase"]) = ("spread", RulebookRebase.Spread);
                using var trial = new Trial([scaled, spread], Facts(QuartersOf(random)));
                var (one, other) = (trial.Rank("scaled"), trial.Rank("spread"));
                var lines = trial.Lines("scaled");
                foreach (
                    var (key, row) in one.Where(pair => !lines[pair.Key].Any(line => line.Kind is "hit" or "quota"))
                )
                {
                    Assert.Equal((row.Outcome, row.Score), (other[key].Outcome, other[key].Score));
                }
            },
            iter: 5,
            threads: 1
        );

    private static void Each(
        Action<
            Rulebook,
            Dictionary<(string Quarter, string Unit), RankedUnit>,
            ILookup<(string Quarter, string Unit), RandomLine>
        > holds
    ) =>
        s_random.Sample(
            random =>
            {
                using var trial = new Trial(RulebooksOf(random, Rulebooks), Facts(QuartersOf(random)));
                foreach (var rulebook in trial.Rulebooks)
                {
                    holds(rulebook, trial.Rank(rulebook.Id), trial.Lines(rulebook.Id));
                }
            },
            iter: 1,
            threads: 1
        );

    // Every quarter as it is, and changed, in quarters behind the others.
    private static void Changed(
        Func<Random, RandomQuarter, RandomQuarter> change,
        Action<Rulebook, RankedUnit, RankedUnit> holds
    ) =>
        s_random.Sample(
            random =>
            {
                var before = QuartersOf(random);
                var after = before.Select(quarter => change(random, quarter));
                using var trial = new Trial(RulebooksOf(random, Rulebooks), Facts([.. before, .. after]));
                foreach (var rulebook in trial.Rulebooks)
                {
                    var ranked = trial.Rank(rulebook.Id);
                    for (var index = 0; index < before.Count; index++)
                    {
                        foreach (var unit in RandomQuarter.Units)
                        {
                            holds(
                                rulebook,
                                ranked[(Trial.QuarterOf(index).ToString(), unit)],
                                ranked[(Trial.QuarterOf(index + before.Count).ToString(), unit)]
                            );
                        }
                    }
                }
            },
            iter: 1,
            threads: 1
        );

    private static List<System.Text.Json.Nodes.JsonObject> RulebooksOf(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(index => RandomRulebook.Of(random, $"random-{index}"))];

    // Without facts a quarter does not exist.
    private static List<RandomQuarter> QuartersOf(Random random)
    {
        var quarters = new List<RandomQuarter>();
        while (quarters.Count < Quarters)
        {
            var quarter = RandomQuarter.Of(random);
            if (quarter.Findings.Count + quarter.Vetoes.Count + quarter.Figures.Count + quarter.Covered.Count > 0)
            {
                quarters.Add(quarter);
            }
        }

        return quarters;
    }

    private static IEnumerable<Fact>[] Facts(IEnumerable<RandomQuarter> quarters) =>
        [.. quarters.Select((quarter, index) => quarter.ToFacts(Trial.QuarterOf(index)))];

    // Without a column: one that is counted already may take another finding's place.
    private static RandomFinding? WithFinding(Random random, RandomQuarter quarter) =>
        Enumerable
            .Range(0, 20)
            .Select(_ => RandomFinding.Of(random) with { Column = null })
            .FirstOrDefault(finding => quarter.IsChecked(finding.Unit, finding.Channel));

    private static RandomVeto VetoOn(int unit) => new(unit, Channel.NewMedia, "city", "抖音", 1);

    private static T[] Shuffled<T>(Random random, IReadOnlyList<T> rows)
    {
        var shuffled = rows.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static decimal? Sum(IEnumerable<RandomLine> lines) =>
        lines.Aggregate((decimal?)null, (sum, line) => line.Points is null ? sum : (sum ?? 0) + line.Points);
}
