using Analytics.Charts;
using SkiaSharp;
using static Analytics.Tests.Charts.SampleCharts;

namespace Analytics.Tests.Charts;

public sealed class LetteringTests
{
    private static readonly TextStyle s_style = new(20, Tone.Ink);

    [Fact]
    public void A_line_ends_with_a_clause_where_that_costs_no_line() =>
        Assert.Equal(
            ["统计局得99分居首；", "札萨克镇得分最低（18分）"],
            Lettering.Lines(Font, "统计局得99分居首；札萨克镇得分最低（18分）", s_style, 300)
        );

    [Fact]
    public void English_breaks_between_words_and_keeps_a_figure_with_what_it_counts()
    {
        const string Text =
            "Q4 2024: 札萨克镇 scores 72.5 points; most was taken off for 内容更新不及时, 5 findings in all";

        foreach (var width in new[] { 190f, 250, 330, 420 })
        {
            var lines = Lettering.Lines(Font, Text, s_style, width);

            Assert.Equal(Text, string.Join(' ', lines));
            Assert.All(lines, line => Assert.DoesNotMatch("( |^)(5|72\\.5)$", line));
            Assert.All(lines, line => Assert.InRange(Lettering.Width(Font, line, s_style), 0, width));
        }
    }

    [Fact]
    public void A_label_that_is_too_wide_takes_a_second_line_before_it_is_cut()
    {
        using var canvas = new SKNoDrawCanvas(10, 10);
        var sheet = new Sheet(canvas, Font, Palette.Light);
        const string Text = "政务新媒体：内容更新不及时、僵尸账号（旗检查）5条";

        var (short_, _) = Lettering.Block(sheet, "基准分", s_style, 160, 29);
        var (two, style) = Lettering.Block(sheet, Text, s_style, 160, 29);
        var (cut, _) = Lettering.Block(sheet, Text, s_style, 80, 29);

        Assert.Equal(["基准分"], short_);
        Assert.Equal(Text, string.Concat(two));
        Assert.Equal(2, two.Count);
        Assert.InRange(style.Size, 10, 11.5f);
        Assert.Equal(2, cut.Count);
        Assert.EndsWith("…", cut[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_of_a_narrow_column_may_part_quarter_and_year() =>
        Assert.Equal(["Q4", "2024"], Lettering.Lines(Font, "Q4 2024", s_style, 60));

    [Theory]
    [InlineData(60)]
    [InlineData(90)]
    [InlineData(150)]
    [InlineData(233)]
    public void Lines_fit_lose_nothing_and_begin_with_no_closing_mark(float width)
    {
        const string Text = "阿勒腾席热镇（2024年第四季度）问题最多，得99.26分，并列第一。";

        var lines = Lettering.Lines(Font, Text, s_style, width);

        Assert.Equal(Text, string.Concat(lines));
        Assert.All(lines, line => Assert.DoesNotContain(line[0], "，。）"));
        Assert.All(lines, line => Assert.NotEqual('（', line[^1]));
        // A mark that must not begin a line may hang over by its own width, and a number is never cut or parted from what it counts.
        Assert.All(lines, line => Assert.InRange(Lettering.Width(Font, line, s_style), 0, Math.Max(width, 92)));
    }
}
