using System.Globalization;
using Analytics.Domain;
using Analytics.Tests.Warehouse;
using Kind = Analytics.Domain.Channel;

namespace Analytics.Tests.Metrics;

/// <summary>Random facts of a quarter over the units and categories of <see cref="TestWarehouse"/>.</summary>
internal sealed record RandomQuarter(
    IReadOnlyList<RandomFinding> Findings,
    IReadOnlyList<RandomVeto> Vetoes,
    IReadOnlyList<RandomFigure> Figures,
    IReadOnlySet<(int Unit, string Channel)> Covered
)
{
    public const int WithoutService = 4;
    public static readonly string[] Units = ["hongqinghe", "zhasake", "gongan", "renshe", "yuanlin"];
    public static readonly string[] Groups = ["town", "town", "department", "department", "institution"];
    public static readonly string[] Channels =
    [
        Channel.Website,
        Channel.NewMedia,
        Channel.Openness,
        Channel.Submission,
    ];
    public static readonly string[] Platforms = ["抖音", "微博"];
    public static readonly (string Code, string? Words)[] WebsiteKinds =
    [
        ("NONE", null),
        ("W-TYPO", "错别字"),
        ("W-LINK", "错链"),
        ("W-EMPTY", "空白栏目"),
        ("W-STALE", "更新不及时"),
        ("W-GUIDE", "办事指南"),
        ("X-RECT", "未整改"),
    ];
    public static readonly (string Code, string? Words)[] OtherKinds = [("NONE", null), ("X-RECT", "未整改")];
    private static readonly string[] s_names = ["红庆河镇", "札萨克镇", "公安局", "人社局", "园林绿化中心"];

    public static RandomQuarter Of(Random random) =>
        new(
            [.. Enumerable.Range(0, random.Next(14)).Select(_ => RandomFinding.Of(random))],
            [
                .. Enumerable
                    .Range(0, random.Next(4) / 2)
                    .Select(_ => new RandomVeto(
                        random.Next(Units.Length),
                        random.Next(3) == 0 ? Channel.Website : Channel.NewMedia,
                        Pick(random, ["city", "banner"]),
                        Pick(random, ["NONE", .. Platforms]),
                        1 + random.Next(2)
                    )),
            ],
            [
                .. Enumerable
                    .Range(0, random.Next(8))
                    .Select(_ => new RandomFigure(
                        random.Next(Units.Length),
                        Pick(random, [Measure.Submitted, Measure.Adopted, Measure.Pushed]),
                        Pick(random, SecondScore.Targets),
                        random.Next(3) == 0 ? 0 : random.Next(20)
                    )),
            ],
            Enumerable
                .Range(0, random.Next(12))
                .Select(_ => (random.Next(Units.Length), Pick(random, Channels)))
                .ToHashSet()
        );

    public bool IsChecked(int unit, string channel) =>
        Findings.Any(finding => finding.Unit == unit && finding.Channel == channel)
        || Vetoes.Any(veto => veto.Unit == unit && veto.Channel == channel)
        || Covered.Contains((unit, channel))
        || (channel == Channel.Submission && Figures.Any(figure => figure.Unit == unit));

    public IEnumerable<Fact> ToFacts(Quarter quarter)
    {
        var period = quarter.ToString();
        foreach (var finding in Findings)
        {
            var words = WebsiteKinds
                .Concat([("N-STALE", "未更新")])
                .First(kind => kind.Item1 == finding.Category)
                .Item2;
            yield return TestWarehouse.Finding(
                s_names[finding.Unit],
                finding.Count,
                finding.Channel,
                words,
                Words(finding.Level),
                period
            ) with
            {
                Platform = finding.Platform == "NONE" ? null : finding.Platform,
                Column = finding.Column,
            };
        }

        foreach (var veto in Vetoes)
        {
            yield return TestWarehouse.Of(
                Measure.Veto,
                veto.Channel,
                veto.Count,
                s_names[veto.Unit],
                period: period
            ) with
            {
                Platform = veto.Platform == "NONE" ? null : veto.Platform,
                Level = Words(veto.Level),
            };
        }

        foreach (var figure in Figures)
        {
            yield return TestWarehouse.Of(
                figure.Measure,
                Channel.Submission,
                figure.Count,
                s_names[figure.Unit],
                Words(figure.Target),
                period
            );
        }

        foreach (var (unit, channel) in Covered)
        {
            yield return TestWarehouse.Of(Measure.Inspected, channel, 1, s_names[unit], period: period);
        }
    }

    public static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(' ', Findings)} / {string.Join(' ', Vetoes)} / {string.Join(' ', Figures)} / {string.Join(' ', Covered)}"
        );

    private static string? Words(string level) =>
        level == InspectionLevel.None ? null : InspectionLevel.All.Single(known => known.Code == level).Name;
}

/// <summary>A finding.</summary>
internal sealed record RandomFinding(
    int Unit,
    string Channel,
    string Category,
    string Level,
    string Platform,
    string? Column,
    int Count
)
{
    public static RandomFinding Of(Random random)
    {
        var channel = RandomQuarter.Pick(random, [Kind.Website, Kind.Website, Kind.NewMedia, Kind.Openness]);
        var kinds =
            channel == Kind.Website ? RandomQuarter.WebsiteKinds
            : channel == Kind.NewMedia ? [.. RandomQuarter.OtherKinds, ("N-STALE", "未更新")]
            : RandomQuarter.OtherKinds;
        return new RandomFinding(
            random.Next(RandomQuarter.Units.Length),
            channel,
            RandomQuarter.Pick(random, kinds).Code,
            RandomQuarter.Pick(random, ["banner", "city", "region", "NONE"]),
            channel == Kind.NewMedia ? RandomQuarter.Pick(random, ["NONE", .. RandomQuarter.Platforms]) : "NONE",
            channel == Kind.Website && random.Next(2) == 0
                ? RandomQuarter.Pick(random, ["部门动态", "通知公告"])
                : null,
            random.Next(8) == 0 ? random.Next(90) : random.Next(9)
        );
    }
}

/// <summary>A 单项否决.</summary>
internal sealed record RandomVeto(int Unit, string Channel, string Level, string Platform, int Count);

/// <summary>A figure of submissions.</summary>
internal sealed record RandomFigure(int Unit, string Measure, string Target, int Count);
