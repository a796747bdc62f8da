using Analytics.Charts;
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
        // A mark that must not begin a line may hang over by its own width, and a number is never cut.
        Assert.All(lines, line => Assert.InRange(Lettering.Width(Font, line, s_style), 0, Math.Max(width, 85)));
    }
}
