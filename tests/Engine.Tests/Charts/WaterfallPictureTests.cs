using Analytics.Charts;
using static Analytics.Tests.Charts.SampleCharts;

namespace Analytics.Tests.Charts;

public sealed class WaterfallPictureTests
{
    [Fact]
    public void Bars_run_from_total_to_total_and_end_at_the_score()
    {
        var bars = new WaterfallPicture(Steps).Bars;

        // 100, 60, 50, 40, 31, then 31 + 46.5 = 77.5.
        Assert.Equal(
            [(0m, 100m), (100m, 60m), (60m, 50m), (50m, 40m), (40m, 31m), (31m, 77.5m), (0m, 77.5m)],
            bars.Select(bar => (bar.From, bar.To))
        );
        Assert.Equal(
            ["100.0", "▼ −40.0", "▼ −10.0", "▼ −10.0", "▼ −9.0", "▲ +46.5", "77.5"],
            bars.Select(bar => bar.Text)
        );
    }

    [Fact]
    public void The_headline_names_what_was_found_and_not_what_was_left_out()
    {
        Assert.Equal(
            "红庆河镇2024年第四季度得 77.5 分，扣分最多的是政务新媒体：未注明类别（旗检查）18 条，扣 9.0 分",
            new WaterfallPicture(Steps).Headline
        );
        Assert.Equal(
            "公安局2024年第四季度得 100 分，没有扣分",
            new WaterfallPicture(Of(100, new ScoreStep("基准分", 100, ScoreStepKind.Base))).Headline
        );
    }

    [Fact]
    public void Many_steps_keep_the_largest_and_sum_the_rest()
    {
        // 20 steps of 1, 2 … 20 twentieths of a point: 210 / 20 = 10.5 in all.
        var steps = Enumerable.Range(1, 20).Select(size => new ScoreStep($"第{size}项", -size / 20m));
        var picture = new WaterfallPicture(Of(89.5m, [new ScoreStep("基准分", 100, ScoreStepKind.Base), .. steps]));

        // The base, the largest 14 (7 … 20) and one for the six smallest: (1 + 2 + 3 + 4 + 5 + 6) / 20 = 1.05.
        Assert.Equal(17, picture.Bars.Count);
        var rest = picture.Bars[15];
        Assert.Equal(("其余 6 项", 90.55m, 89.5m), (rest.Label, rest.From, rest.To));
    }

    [Fact]
    public void A_chart_in_words_tells_every_step() =>
        Assert.Contains(
            "政务新媒体：未注明类别（旗检查）18 条 ▼ −9.0；按已检查部分折算 ▲ +46.5；得分 77.5。",
            WaterfallChart.Of(Steps, new ChartText { Source = "通报" }).Summary,
            StringComparison.Ordinal
        );

    [Fact]
    public void What_does_not_add_up_or_has_no_score_is_refused()
    {
        Assert.Contains(
            "不等于得分",
            Assert.Throws<ArgumentException>(() => new WaterfallPicture(Steps with { Score = 77 })).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => new WaterfallPicture(Steps with { Score = null }));
        Assert.Throws<ArgumentException>(() => new WaterfallPicture(Of(0)));
    }

    private static ScoreSteps Of(decimal score, params ScoreStep[] steps) =>
        new("公安局", "2024年第四季度", score, steps, IsSample: false);
}
