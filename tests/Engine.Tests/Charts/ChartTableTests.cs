using Analytics.Charts;
using Analytics.Domain;
using Analytics.Metrics;
using static Analytics.Tests.Charts.SampleCharts;

namespace Analytics.Tests.Charts;

/// <summary>The table of a chart holds the numbers handed to the plot, and the words beside them.</summary>
public sealed class ChartTableTests
{
    [Fact]
    public void A_ranking_gives_rank_and_score_of_every_bar()
    {
        var table = RankingChart.Of(Towns, Text).Table;

        Assert.Equal(["单位", "名次", "得分（分）", "说明"], table.Columns);
        Assert.Equal(
            [
                "乌兰木伦镇|1|99.0|",
                "苏布尔嘎镇|并列2|97.0|",
                "纳林陶亥镇|并列2|97.0|",
                "红庆河镇|4|82.5|",
                "札萨克镇|5|18.0|不合格",
                "阿勒腾席热镇|6|—|不合格（单项否决）",
            ],
            Lines(table)
        );
        Assert.Equal([1, 2, 2, 4, 5, 6], Numbers(table, 1));
        Assert.Equal([99, 97, 97, 82.5m, 18, null], Numbers(table, 2));
    }

    [Fact]
    public void Groups_ranked_apart_are_told_in_a_column()
    {
        var table = RankingChart
            .Of([Row("司法局", 1, 90, group: UnitGroup.Department), Row("札萨克镇", 1, 95)], Text)
            .Table;

        Assert.Equal("组别", table.Columns[^1]);
        Assert.Equal(["札萨克镇|1|95||镇、苏木、街道", "司法局|1|90||旗直部门"], Lines(table));
    }

    [Fact]
    public void A_result_gives_its_rows_in_their_order()
    {
        var table = ResultChart.Of(Result, ResultChartKind.Bar, Text).Table;

        Assert.Equal(["季度", "条数"], table.Columns);
        Assert.Equal(["2024Q2|300", "2024Q3|—", "2024Q4|257"], Lines(table));
        Assert.Equal([300, null, 257], Numbers(table, 1));
    }

    [Fact]
    public void A_trend_gives_every_quarter_and_no_number_where_there_is_none()
    {
        var table = TrendChart
            .Of(
                Trend("个百分点", [0.42m, null, 28m / 52], sampleQuarters: 1, lastChange: 5.8m),
                SampleCharts.Adoption,
                Text
            )
            .Table;

        Assert.Equal(["季度", "信息采用率（%）", "环比", "说明"], table.Columns);
        Assert.Equal(
            ["2022年第一季度|42.0%|—|示例数据", "2022年第二季度|—|—|", "2022年第三季度|53.8%|▲ +5.8个百分点|"],
            Lines(table)
        );
        Assert.Equal([0.42m, null, 28m / 52], Numbers(table, 1));
        Assert.Equal([null, null, 5.8m], Numbers(table, 2));
        Assert.False(table.IsNumeric(0));
        Assert.True(table.IsNumeric(1));
    }

    [Fact]
    public void A_control_chart_gives_its_limits_too()
    {
        var table = TrendChart.Of(Limited, new TrendSubject("发现问题", "全旗"), Text, hasLimits: true).Table;

        Assert.Equal(["季度", "发现问题（条）", "下控制限", "均值", "上控制限", "说明"], table.Columns);
        Assert.Equal("2024年第一季度|40|4|16|28|超出控制限", Lines(table)[^1]);
        Assert.Equal([10, 12, 9, 11, 40], Numbers(table, 1));
        Assert.All(Numbers(table, 4), limit => Assert.Equal(28, limit));
    }

    [Fact]
    public void A_waterfall_gives_each_step_and_the_total_after_it()
    {
        var table = WaterfallChart.Of(Steps, Text).Table;

        Assert.Equal(["步骤", "分", "累计"], table.Columns);
        Assert.Equal([100, -40, -10, -10, -9, 46.5m, 77.5m], Numbers(table, 1));
        // 100, 60, 50, 40, 31, then 31 + 46.5 = 77.5.
        Assert.Equal([100, 60, 50, 40, 31, 77.5m, 77.5m], Numbers(table, 2));
        Assert.Equal("得分|77.5|77.5", Lines(table)[^1]);
    }

    [Fact]
    public void A_heatmap_gives_its_squares_and_sums_and_leaves_empty_what_is_empty()
    {
        var table = HeatmapChart.Of(Counts, Text).Table;

        Assert.Equal(["单位", "网站：错别字", "新媒体：内容不更新", "未注明类别", "合计"], table.Columns);
        Assert.Equal(["札萨克镇|2|—|82|84", "人社局|—|9|—|9"], Lines(table));
        Assert.Equal([2, null], Numbers(table, 1));
    }

    [Fact]
    public void Categories_give_a_column_for_each_quarter_and_say_which_are_sample_data()
    {
        var table = CategoriesChart
            .Of([Counted(3, 5, isSample: true), Counted(4, 7, isSample: false)], "全旗", Text)
            .Table;

        Assert.Equal(["类别", "2024Q3（示例数据）", "2024Q4", "合计"], table.Columns);
        Assert.Equal(["网站：错别字|5|7|12"], Lines(table));

        static FindingCount Counted(int quarter, long count, bool isSample) =>
            new(
                new Quarter(2024, quarter),
                Analytics.Metrics.Trend.WholeBanner,
                "",
                "W-TYPO",
                "网站：错别字",
                1,
                count,
                isSample
            );
    }

    [Fact]
    public void Ranks_give_every_unit_in_every_quarter()
    {
        var table = RanksChart.Of([.. History.SkipLast(1)], "renshe", Text).Table;

        Assert.Equal(["单位", "2024Q3", "2024Q4"], table.Columns);
        // 人社局 has no rank in the last quarter here, which is no last place.
        Assert.Equal(["公安局|2|1", "人社局|1|—"], Lines(table));
        Assert.Equal([1, null], Numbers(table, 2));
    }

    [Fact]
    public void Confusions_give_one_row_for_each_square()
    {
        var table = ConfusionChart.Of(Confusions, Text).Table;

        Assert.Equal(["正确类别", "判为", "文本（条）"], table.Columns);
        Assert.Equal(["W-TYPO|W-TYPO|5", "W-LINK|W-LINK|3", "W-LINK|W-TYPO|2", "N-STALE|W-LINK|1"], Lines(table));
    }

    [Fact]
    public void A_calibration_gives_its_points_and_how_many_texts_each_stands_for()
    {
        var table = CalibrationChart.Of([new(0.31, 0.4, 10), new(0.95, 0.93, 90)], 0.027, Text).Table;

        Assert.Equal(["平均把握", "正确率", "文本（条）"], table.Columns);
        Assert.Equal(["31.0%|40.0%|10", "95.0%|93.0%|90"], Lines(table));
        Assert.Equal([0.4m, 0.93m], Numbers(table, 1));
    }

    private static List<string> Lines(ChartTable table) =>
        [.. table.Rows.Select(row => string.Join('|', row.Select(cell => cell.Text)))];

    private static List<decimal?> Numbers(ChartTable table, int column) =>
        [.. table.Rows.Select(row => row[column].Number)];
}
