using Analytics.Classify;

namespace Analytics.Tests.Classify;

public sealed class TextNormaliserTests
{
    private const string Unit = "\uE000";
    private const string Date = "\uE001";
    private const string Number = "\uE002";

    [Theory]
    [InlineData("ＡＢ　市１２号", "ab市" + Number + "号")]
    [InlineData("A b\tC\n", "abc")]
    [InlineData("共３㎡", "共" + Number + "m" + Number)]
    [InlineData("2024年11月5日发布，2024-11-06更新，11月7日撤下", Date + "发布," + Date + "更新," + Date + "撤下")]
    [InlineData("转发1,234次，占56.7%", "转发" + Number + "次,占" + Number + "%")]
    [InlineData("伊旗住房和城乡建设局与旗住建局网站", "伊旗" + Unit + "与旗" + Unit + "网站")]
    [InlineData("住建", "住建")]
    [InlineData("", "")]
    public void A_text_is_folded_and_masked(string text, string expected)
    {
        var normaliser = new TextNormaliser(["住房和城乡建设局", "住建局", "住建"]);

        Assert.Equal(expected, normaliser.Normalise(text).Characters.ToString());
    }

    [Fact]
    public void Places_lead_back_to_the_text_as_written()
    {
        const string Text = "住建局 在2024年11月5日 发布";

        var normalised = new TextNormaliser(["住建局"]).Normalise(Text);

        Assert.Equal(Unit + "在" + Date + "发布", normalised.Characters.ToString());
        Assert.Equal("住建局 ", Text[Range(normalised.Span(0, 1))]);
        Assert.Equal("2024年11月5日 ", Text[Range(normalised.Span(2, 1))]);
        Assert.Equal("发布", Text[Range(normalised.Span(3, 2))]);
    }

    [Fact]
    public void A_long_text_is_cut_and_says_so()
    {
        var normaliser = new TextNormaliser([]);

        Assert.False(normaliser.Normalise(new string('文', 20_000)).IsCut);
        var cut = normaliser.Normalise(new string('文', 20_001));
        Assert.True(cut.IsCut);
        Assert.Equal(20_000, cut.Characters.Length);
    }

    [Theory]
    [InlineData("\uD800未完")]
    [InlineData("未完\uDC00")]
    [InlineData("\uE000\uE001\uE002")]
    [InlineData("e\u0301\u0301\u0301")]
    public void Broken_or_private_characters_do_no_harm(string text)
    {
        var normalised = new TextNormaliser([]).Normalise(text);

        Assert.DoesNotContain('\uE000', normalised.Characters.ToString());
        Assert.DoesNotContain('\uD800', normalised.Characters.ToString());
    }

    private static Range Range((int Start, int End) span) => span.Start..span.End;
}
