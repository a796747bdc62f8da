using Analytics.Charts;
using Analytics.Classify;
using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Tests.Charts;

/// <summary>Rows and fonts that the chart tests share.</summary>
internal static class SampleCharts
{
    public static readonly ChartText Text = new()
    {
        Source = "2024年第四季度通报",
        CutOff = new DateOnly(2024, 12, 31),
        Rulebook = "检查指标",
    };

    /// <summary>Eleven texts, three of them wrong; the most frequent first, as evaluations give them.</summary>
    public static readonly IReadOnlyList<Confusion> Confusions =
    [
        new("W-TYPO", "W-TYPO", 5),
        new("W-LINK", "W-LINK", 3),
        new("W-LINK", "W-TYPO", 2),
        new("N-STALE", "W-LINK", 1),
    ];

    /// <summary>Three counts of one quarter.</summary>
    public static readonly IReadOnlyList<FindingCount> Counts =
    [
        new(new Quarter(2024, 4), "zhasake", "札萨克镇", "W-TYPO", "网站：错别字", 1, 2, false),
        new(new Quarter(2024, 4), "zhasake", "札萨克镇", "NONE", "未注明类别", 1000, 82, false),
        new(new Quarter(2024, 4), "renshe", "人社局", "N-STALE", "新媒体：内容不更新", 20, 9, false),
    ];

    /// <summary>Two columns of a query's result: sample and real data, a row without a number, more rows than were fetched.</summary>
    public static readonly ResultSeries Result = new(
        "季度",
        "条数",
        [new("2024Q2", 300, IsSample: true), new("2024Q3", null, IsSample: false), new("2024Q4", 257, IsSample: false)],
        RowCount: 5,
        IsTruncated: true
    );

    /// <summary>Two units that changed places.</summary>
    public static readonly IReadOnlyList<RankHistoryRow> History =
    [
        new(new Quarter(2024, 3), "department", "旗直部门", "renshe", "人社局", 1, false),
        new(new Quarter(2024, 3), "department", "旗直部门", "gongan", "公安局", 2, false),
        new(new Quarter(2024, 4), "department", "旗直部门", "gongan", "公安局", 1, false),
        new(new Quarter(2024, 4), "department", "旗直部门", "renshe", "人社局", 2, false),
    ];

    /// <summary>Five quarters with control limits, the last outside of them.</summary>
    public static readonly IReadOnlyList<TrendPoint> Limited =
    [
        .. new decimal[] { 10, 12, 9, 11, 40 }.Select(
            (value, index) =>
                new TrendPoint(
                    "finding_count",
                    "ALL",
                    index < 4 ? new Quarter(2023, index + 1) : new Quarter(2024, 1),
                    value,
                    null,
                    null,
                    "条",
                    false
                )
                {
                    CenterLine = 16,
                    LowerLimit = 4,
                    UpperLimit = 28,
                    IsSignal = value > 28,
                }
        ),
    ];

    private static readonly Lazy<FontSearch> s_search = new(() => CjkFont.Find());

    /// <summary>A Chinese font, or the test is skipped: some machines have none and can fetch none.</summary>
    public static CjkFont Font
    {
        get
        {
            Assert.SkipWhen(s_search.Value.Font is null, s_search.Value.Problem ?? "");
            return s_search.Value.Font!;
        }
    }

    public static RankingRow Row(
        string name,
        int? rank,
        decimal? score,
        string outcome = Ranking.Scored,
        long findings = 0,
        string group = UnitGroup.Town,
        string? band = "合格",
        bool isSample = false
    ) =>
        new(
            new Quarter(2024, 4),
            "book",
            group,
            rank,
            name,
            name,
            score,
            outcome,
            outcome == Ranking.Unchecked ? null : band,
            false,
            findings,
            outcome == Ranking.Vetoed ? 1 : 0,
            isSample
        );

    /// <summary>Towns of the 2024 Q4 notice with 100 less their findings as score, a veto and a unit not checked.</summary>
    public static IReadOnlyList<RankingRow> Towns { get; } =
    [
        Row("乌兰木伦镇", 1, 99, findings: 1),
        Row("苏布尔嘎镇", 2, 97, findings: 3),
        Row("纳林陶亥镇", 2, 97, findings: 3),
        Row("红庆河镇", 4, 82.5m, findings: 18),
        Row("札萨克镇", 5, 18, findings: 82, band: "不合格"),
        Row("阿勒腾席热镇", 6, null, Ranking.Vetoed, findings: 24, band: "不合格"),
        Row("伊金霍洛镇", null, null, Ranking.Unchecked),
    ];

    /// <summary>A trend of consecutive quarters from 2022Q1; null leaves the quarter without a value.</summary>
    public static IReadOnlyList<TrendPoint> Trend(
        string changeUnit,
        IEnumerable<decimal?> values,
        int sampleQuarters = 0,
        decimal? lastChange = null
    )
    {
        var quarter = new Quarter(2022, 1);
        var points = new List<TrendPoint>();
        foreach (var value in values)
        {
            points.Add(
                new("adoption_rate", "ALL", quarter, value, null, null, changeUnit, points.Count < sampleQuarters)
            );
            quarter = quarter.Next;
        }

        points[^1] = points[^1] with { Change = lastChange };
        return points;
    }

    /// <summary>红庆河镇 of 2024 Q4 as data/rulebooks/README.md works it out: 100 − 40 − 10 − 10 − 9 = 31, converted to 77.5.</summary>
    public static ScoreSteps Steps { get; } =
        new(
            "红庆河镇",
            "2024年第四季度",
            77.5m,
            [
                new("基准分", 100, ScoreStepKind.Base),
                new("政府网站：未检查", -40, ScoreStepKind.Adjusted),
                new("法定主动公开：未检查", -10, ScoreStepKind.Adjusted),
                new("依申请公开：未检查", -10, ScoreStepKind.Adjusted),
                new("政务新媒体：未注明类别（旗检查）18 条", -9),
                new("按已检查部分折算", 46.5m, ScoreStepKind.Adjusted),
            ],
            IsSample: false
        );

    public static readonly TrendSubject Adoption = new("信息采用率", "全旗");
}
