using System.Globalization;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Tests.Warehouse;
using Analytics.Warehouse;
using CsCheck;

namespace Analytics.Tests.Metrics;

/// <summary>Promises of scoring over random quarters, and a second implementation written from data/rulebooks/README.md.</summary>
public sealed class ScoreProperties
{
    private static readonly string[] s_units = ["红庆河镇", "札萨克镇", "公安局", "人社局", "园林绿化中心"];
    private static readonly string[] s_codes = ["hongqinghe", "zhasake", "gongan", "renshe", "yuanlin"];

    // Each random case is one quarter, so that one load serves many cases.
    private static readonly Gen<Case> s_case = Gen.Select(
        Gen.Select(Gen.Int[0, 4], Gen.Bool, Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 90]).Array[0, 12],
        Gen.Int[0, 4].HashSet[0, 2],
        Gen.Int[0, 9].HashSet[0, 6],
        (findings, vetoes, covered) =>
            new Case(
                [
                    .. findings.Select(finding => new Hit(
                        finding.Item1,
                        finding.Item2,
                        finding.Item3,
                        finding.Item4,
                        finding.Item5
                    )),
                ],
                [.. vetoes],
                [.. covered]
            )
    );

    [Fact]
    public void A_second_implementation_gives_the_same_scores_ranks_and_line_sums() =>
        s_case.Array[200].Sample(cases => Compare(cases), iter: 3, threads: 1);

    [Fact]
    public void One_more_finding_never_raises_a_score() =>
        Gen.Select(s_case, Gen.Int[0, 4], Gen.Bool)
            .Array[100]
            .Sample(
                pairs =>
                {
                    var before = Scores(pairs.Select(pair => pair.Item1));
                    var after = Scores(
                        pairs.Select(pair =>
                            pair.Item1 with
                            {
                                // Where the channel was checked already: a first finding also makes the channel count.
                                Findings = pair.Item1.IsChecked(pair.Item2, pair.Item3)
                                    ? [.. pair.Item1.Findings, new Hit(pair.Item2, pair.Item3, 0, 2, 1)]
                                    : pair.Item1.Findings,
                            }
                        )
                    );
                    Assert.All(before.Zip(after), pair => Assert.True(pair.First is null || pair.Second <= pair.First));
                },
                iter: 2,
                threads: 1
            );

    private static void Compare(Case[] cases)
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("cases.csv", [.. cases.SelectMany((given, index) => given.ToFacts(QuarterOf(index)))]);
        using var snapshot = warehouse.Open();
        var ranked = Ranked(snapshot);
        var sums = snapshot
            .Query(
                "select quarter, unit, sum(points) as points from score_lines(null, null) group by quarter, unit",
                row =>
                    (
                        Key: (row.GetString(0), row.GetString(1)),
                        Sum: row.IsDBNull(2) ? (decimal?)null : row.GetDecimal(2)
                    )
            )
            .ToDictionary(row => row.Key, row => row.Sum);
        for (var index = 0; index < cases.Length; index++)
        {
            var quarter = QuarterOf(index).ToString();
            var expected = cases[index].Score();
            foreach (var unit in Enumerable.Range(0, s_units.Length).Where(_ => !cases[index].IsEmpty))
            {
                var (outcome, score, rank) = ranked[(quarter, s_codes[unit])];
                Assert.Equal(expected[unit], (outcome, score));
                Assert.Equal(RankOf(unit, expected), rank);
                Assert.Equal(score, sums.GetValueOrDefault((quarter, s_codes[unit])));
            }
        }
    }

    private static Dictionary<(string Quarter, string Unit), (string Outcome, decimal? Score, int? Rank)> Ranked(
        Snapshot snapshot
    ) =>
        snapshot
            .Query(
                "select quarter, unit, outcome, score, unit_rank from ranking(null, null)",
                row =>
                    (
                        Key: (row.GetString(0), row.GetString(1)),
                        Value: (
                            row.GetString(2),
                            row.IsDBNull(3) ? (decimal?)null : row.GetDecimal(3),
                            row.IsDBNull(4) ? (int?)null : row.GetInt32(4)
                        )
                    )
            )
            .ToDictionary(row => row.Key, row => row.Value);

    private static List<decimal?> Scores(IEnumerable<Case> cases)
    {
        var all = cases.ToList();
        using var warehouse = new TestWarehouse();
        warehouse.Load("cases.csv", [.. all.SelectMany((given, index) => given.ToFacts(QuarterOf(index)))]);
        using var snapshot = warehouse.Open();
        var ranked = Ranked(snapshot);
        return
        [
            .. all.SelectMany(
                (_, index) =>
                    s_codes.Select(code => ranked.GetValueOrDefault((QuarterOf(index).ToString(), code)).Score)
            ),
        ];
    }

    private static int? RankOf(int unit, (string Outcome, decimal? Score)[] all)
    {
        var (outcome, score) = all[unit];
        return outcome == Ranking.Unchecked
            ? null
            : 1
                + Enumerable
                    .Range(0, all.Length)
                    .Where(other => other < 2 == unit < 2 && all[other].Outcome == Ranking.Scored)
                    .Count(other => outcome == Ranking.Vetoed || all[other].Score > score);
    }

    private static Quarter QuarterOf(int index) => new(2021 + (index / 4), 1 + (index % 4));

    private sealed record Hit(int Unit, bool IsWebsite, int Category, int Level, int Count);

    private sealed record Case(Hit[] Findings, int[] Vetoes, int[] Covered)
    {
        private static readonly string?[] s_levels = ["自治区", "市", "旗", null];

        public bool IsEmpty => Findings.Length + Vetoes.Length + Covered.Length == 0;

        public bool IsChecked(int unit, bool isWebsite) =>
            Findings.Any(finding => finding.Unit == unit && finding.IsWebsite == isWebsite)
            || (!isWebsite && Vetoes.Contains(unit))
            || Covered.Contains((unit * 2) + (isWebsite ? 1 : 0));

        public (string Outcome, decimal? Score)[] Score() => [.. Enumerable.Range(0, 5).Select(ScoreOf)];

        public IEnumerable<Fact> ToFacts(Quarter quarter)
        {
            var period = quarter.ToString();
            foreach (var finding in Findings)
            {
                yield return TestWarehouse.Finding(
                    s_units[finding.Unit],
                    finding.Count,
                    finding.IsWebsite ? Channel.Website : Channel.NewMedia,
                    CategoryOf(finding),
                    s_levels[finding.Level],
                    period
                );
            }

            foreach (var unit in Vetoes)
            {
                yield return TestWarehouse.Of(Measure.Veto, Channel.NewMedia, 1, s_units[unit], period: period);
            }

            foreach (var covered in Covered)
            {
                yield return TestWarehouse.Of(
                    Measure.Inspected,
                    covered % 2 == 1 ? Channel.Website : Channel.NewMedia,
                    1,
                    s_units[covered / 2],
                    period: period
                );
            }
        }

        private static string? CategoryOf(Hit finding) =>
            finding.Category switch
            {
                0 => null,
                1 => finding.IsWebsite ? "W-TYPO" : "N-STALE",
                _ => finding.IsWebsite ? "W-LINK" : "X-RECT",
            };

        // Website 40 points, at most 30 taken, half a point each, 2 for a typo found by the region; new media 60, all can be
        // taken, half a point each, 1 where the kind is not said. What was not checked is left out and the rest converted to 100.
        private (string Outcome, decimal? Score) ScoreOf(int unit)
        {
            if (Vetoes.Contains(unit))
            {
                return (Ranking.Vetoed, null);
            }

            decimal full = 0;
            decimal earned = 0;
            if (IsChecked(unit, isWebsite: true))
            {
                var points = Of(unit, isWebsite: true)
                    .Sum(finding => finding.Count * (finding is { Category: 1, Level: 0 } ? 2m : 0.5m));
                full += 40;
                earned += 40 - Math.Min(points, 30);
            }

            if (IsChecked(unit, isWebsite: false))
            {
                var points = Of(unit, isWebsite: false)
                    .Sum(finding => finding.Count * (finding.Category == 0 ? 1m : 0.5m));
                full += 60;
                earned += 60 - Math.Min(points, 60);
            }

            return full == 0
                ? (Ranking.Unchecked, null)
                : (Ranking.Scored, Math.Round(earned * 100 / full, 6, MidpointRounding.AwayFromZero));
        }

        private IEnumerable<Hit> Of(int unit, bool isWebsite) =>
            Findings.Where(finding => finding.Unit == unit && finding.IsWebsite == isWebsite);

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join<Hit>(' ', Findings)} / {string.Join(' ', Vetoes)} / {string.Join(' ', Covered)}"
            );
    }
}
