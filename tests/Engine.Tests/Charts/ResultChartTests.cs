using System.Globalization;
using System.Xml.Linq;
using Analytics.Charts;

namespace Analytics.Tests.Charts;

/// <summary>The quick chart of a query's result.</summary>
public sealed class ResultChartTests
{
    private static readonly ChartText s_text = new() { Source = "查询结果" };

    [Fact]
    public void The_rows_are_drawn_in_their_order_and_the_largest_is_told()
    {
        var chart = Bars(("甲", 3), ("乙", 82), ("丙", null), ("丁", -1.5m));

        Assert.Equal("条数最大的是乙（82.0）", chart.Headline);
        Assert.Equal(["甲", "乙", "丙", "丁"], chart.Table.Rows.Select(row => row[0].Text));
        Assert.Equal([3m, 82m, null, -1.5m], chart.Table.Rows.Select(row => row[1].Number));
        Assert.Equal(["3.0", "82.0", "—", "−1.5"], chart.Table.Rows.Select(row => row[1].Text));
        Assert.Equal(["1行没有数，留空。"], chart.Notes);
    }

    [Fact]
    public void A_tie_names_nobody() =>
        Assert.Equal("条数最大为2，有2行", Bars(("甲", 2), ("乙", 2), ("丙", 1)).Headline);

    [Fact]
    public void What_is_left_out_is_said_and_so_is_a_result_that_was_cut_off()
    {
        var series = new ResultSeries(
            "单位",
            "条数",
            [.. Enumerable.Range(0, 70).Select(row => new ResultPoint($"第{row}个", row))],
            RowCount: 5000,
            IsTruncated: true
        );

        var chart = ResultChart.Of(series, ResultChartKind.Bar, s_text);

        Assert.Equal(60, chart.Table.Rows.Count);
        // The largest of those that are drawn.
        Assert.Equal("条数最大的是第59个（59）", chart.Headline);
        Assert.Equal(
            "条数，按单位，依查询结果的顺序；只画了前60行，共5000行；结果不完整：查询在5000行处截断",
            chart.Subtitle
        );
    }

    [Fact]
    public void Sample_data_is_marked_and_never_set_against_real_data()
    {
        var series = new ResultSeries(
            "季度",
            "条数",
            [new("2024Q3", 300, IsSample: true), new("2024Q4", 257, IsSample: false)],
            2
        );

        var chart = ResultChart.Of(series, ResultChartKind.Line, s_text);

        Assert.Equal("含示例数据", chart.SampleMark);
        Assert.Equal("条数，按季度", chart.Headline);
        Assert.Contains("其中有示例数据，不是真实的检查结果。", chart.Notes);
    }

    [Theory]
    [InlineData(new[] { 100, 101, 102 }, true)]
    [InlineData(new[] { 1, 50, 100 }, false)]
    [InlineData(new[] { -5, 5 }, false)]
    public void A_scale_that_does_not_begin_at_zero_is_said(int[] values, bool isSaid)
    {
        var series = new ResultSeries("x", "y", [.. values.Select(value => new ResultPoint($"{value}", value))], 3);

        var chart = ResultChart.Of(series, ResultChartKind.Line, s_text);

        Assert.Equal(isSaid, chart.Notes.Contains("纵轴不从零开始。"));
    }

    [Fact]
    public void A_column_without_a_number_is_not_drawn() =>
        Assert.Throws<ArgumentException>(() => Bars(("甲", null), ("乙", null)));

    [Theory]
    [InlineData(ResultChartKind.Bar, 1)]
    [InlineData(ResultChartKind.Bar, 200)]
    [InlineData(ResultChartKind.Line, 1)]
    [InlineData(ResultChartKind.Line, 200)]
    public void It_is_drawn_wide_and_narrow_with_text_that_can_be_searched(ResultChartKind kind, int rows)
    {
        var renderer = new ChartRenderer(SampleCharts.Font);
        var points = Enumerable
            .Range(0, rows)
            .Select(row => new ResultPoint($"名称很长很长的第{row}个单位", row % 5 == 3 ? null : (row % 11) - 4));
        var series = new ResultSeries("单位", "条数", [.. points], rows);
        foreach (var width in (int[])[380, 960])
        {
            var svg = System.Text.Encoding.UTF8.GetString(
                renderer.ToSvg(ResultChart.Of(series, kind, s_text, new ChartSize(width)))
            );

            Assert.Contains("条数，按单位", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_line_crosses_from_sample_to_real_data()
    {
        var renderer = new ChartRenderer(SampleCharts.Font);
        int LinesOf(params bool?[] kinds)
        {
            var points = kinds.Select((isSample, row) => new ResultPoint($"{row}", row % 3, isSample));
            var series = new ResultSeries("季度", "条数", [.. points], kinds.Length);
            var svg = XDocument.Parse(
                System.Text.Encoding.UTF8.GetString(
                    renderer.ToSvg(ResultChart.Of(series, ResultChartKind.Line, s_text))
                )
            );
            // The stretches of the line are as thick as nothing else, and each goes on from its first place to another.
            return svg.Descendants()
                .Count(part =>
                    part.Attribute("stroke-width")?.Value == "2"
                    && part.Attribute("stroke-linecap") is null
                    && part.Attribute("d")?.Value.Contains('L', StringComparison.Ordinal) == true
                );
        }

        Assert.Equal(1, LinesOf(false, false, false, false));
        Assert.Equal(1, LinesOf(null, false, false, null));
        Assert.Equal(2, LinesOf(true, true, false, false));
    }

    [Theory]
    [InlineData("0.0000321", "0.000032")]
    [InlineData("-0.00004", "−0.00004")]
    [InlineData("0.00000000000000031", "3.1E−16")]
    [InlineData("0.12345", "0.1235")]
    public void A_small_number_is_never_shown_as_zero(string value, string shown)
    {
        var number = decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture);

        Assert.Equal(shown, Bars(("甲", number)).Table.Rows[0][1].Text);
    }

    [Fact]
    public void Long_names_with_one_beginning_are_told_apart_by_their_ends()
    {
        var beginning = new string('很', 60);

        var labels = Bars((beginning + "甲", 1), (beginning + "乙", 2), ("𠮷" + beginning + "👍", 3))
            .Table.Rows.Select(row => row[0].Text)
            .ToList();

        Assert.All(labels, label => Assert.Equal(40, label.EnumerateRunes().Count()));
        Assert.Equal(["甲", "乙", "👍"], labels.Select(label => label.EnumerateRunes().Last().ToString()));
        Assert.StartsWith("𠮷很", labels[2], StringComparison.Ordinal);
    }

    private static Chart Bars(params (string Label, decimal? Value)[] rows) =>
        ResultChart.Of(
            new ResultSeries(
                "单位",
                "条数",
                [.. rows.Select(row => new ResultPoint(row.Label, row.Value))],
                rows.Length
            ),
            ResultChartKind.Bar,
            s_text
        );
}
