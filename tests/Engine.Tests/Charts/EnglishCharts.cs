using Analytics.Charts;
using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Tests.Charts;

/// <summary>Each kind of chart in English, of rows whose names are Latin.</summary>
internal static class EnglishCharts
{
    public static readonly ChartText Text = new()
    {
        Source = "notice 1",
        CutOff = new DateOnly(2024, 12, 31),
        Rulebook = "book",
        Language = ChartLanguage.English,
    };

    /// <summary>The names of all kinds.</summary>
    public static TheoryData<string> Kinds =>
        [
            "ranking",
            "trend",
            "control",
            "waterfall",
            "confusion",
            "calibration",
            "heatmap",
            "categories",
            "ranks",
            "result",
        ];

    public static readonly IReadOnlyList<RankingRow> Units =
    [
        SampleCharts.Row("Alpha", 1, 99, findings: 1),
        SampleCharts.Row("Beta", 2, 97, findings: 3) with
        {
            GapAbove = 2,
        },
        SampleCharts.Row("Gamma", 2, 97, findings: 3),
        SampleCharts.Row("Delta", 4, 18, findings: 82, band: "不合格"),
        SampleCharts.Row("Epsilon", 5, null, Ranking.Vetoed, findings: 24),
        SampleCharts.Row("Zeta", null, null, Ranking.Unchecked),
    ];

    public static readonly IReadOnlyList<FindingCount> Counts =
    [
        Counted(4, "Alpha", "W-TYPO", "Typos", 2, order: 1),
        Counted(4, "Alpha", IssueCategory.None, "未注明类别", 82, order: 1000),
        Counted(4, "Beta", "N-STALE", "Stale", 9, order: 20),
    ];

    /// <summary>A chart that shows as much of its kind as it can: gaps, sample data, vetoes.</summary>
    public static Chart Of(string kind) =>
        kind switch
        {
            "ranking" => RankingChart.Of([.. Units.Select(row => row with { IsSample = true })], Text),
            "trend" => TrendChart.Of(
                SampleCharts.Trend("个百分点", [0.42m, 0.4m, null, 0.538m, 0.5m], sampleQuarters: 2, lastChange: -3.8m),
                Subject("adoption_rate"),
                Text
            ),
            "control" => TrendChart.Of(SampleCharts.Limited, Subject("finding_count"), Text, hasLimits: true),
            "waterfall" => WaterfallChart.Of(Steps, Text),
            "confusion" => ConfusionChart.Of(SampleCharts.Confusions, Text),
            "calibration" => CalibrationChart.Of([new(0.31, 0.4, 1), new(0.95, 0.93, 90)], 0.027, Text),
            "heatmap" => HeatmapChart.Of(Counts, Text),
            "categories" => CategoriesChart.Of(
                [
                    .. Counts.Select(count => count with { Unit = Trend.WholeBanner }),
                    Counted(3, Trend.WholeBanner, "W-TYPO", "Typos", 1, order: 1) with
                    {
                        IsSample = true,
                    },
                ],
                "whole banner",
                Text
            ),
            "result" => ResultChart.Of(
                SampleCharts.Result with
                {
                    LabelName = "quarter",
                    ValueName = "findings",
                },
                ResultChartKind.Line,
                Text
            ),
            _ => RanksChart.Of(
                [
                    Rank(2, "Alpha", 1, isSample: true),
                    Rank(3, "Alpha", 1),
                    Rank(3, "Beta", 2),
                    Rank(4, "Beta", 1),
                    Rank(4, "Alpha", 2),
                ],
                "Alpha",
                Text
            ),
        };

    public static TrendSubject Subject(string metric, string? unit = null) =>
        TrendSubject.Of(Trend.Metrics.Single(known => known.Name == metric), unit, ChartLanguage.English);

    public static ScoreSteps Steps { get; } =
        new(
            "Alpha",
            "Q4 2024",
            77.5m,
            [
                new("Base", 100, ScoreStepKind.Base),
                new("Websites: not checked", -60, ScoreStepKind.Adjusted),
                new("New media: typos, 18 findings", -9),
                new("Scaled to the part checked", 46.5m, ScoreStepKind.Adjusted),
            ],
            IsSample: true
        );

    private static FindingCount Counted(
        int quarter,
        string unit,
        string category,
        string name,
        long count,
        int order
    ) => new(new Quarter(2024, quarter), unit, unit, category, name, order, count, false);

    private static RankHistoryRow Rank(int quarter, string unit, int rank, bool isSample = false) =>
        new(new Quarter(2024, quarter), UnitGroup.Department, "旗直部门", unit, unit, rank, isSample);
}
