using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Tests.Ingest.Grammar;

public sealed class LexerTests
{
    [Theory]
    [InlineData("十二", 12)]
    [InlineData("两百三十", 230)]
    [InlineData("一百零五", 105)]
    [InlineData("三万五千", 35000)]
    [InlineData("二十", 20)]
    public void Chinese_numbers_have_a_value(string text, int expected) =>
        Assert.Equal(expected, Numeral.Chinese(text));

    [Theory]
    [InlineData("亿亿亿亿亿亿亿亿亿亿亿亿")]
    [InlineData("二三")]
    [InlineData("")]
    public void Other_runs_have_none(string text) => Assert.Null(Numeral.Chinese(text));

    [Theory]
    [InlineData("发现198条", "198 Count 条")]
    [InlineData("共1,234条", "1234 Count 条")]
    [InlineData("约1.2万条", "12000 Count 条")]
    [InlineData("采用率97.95%", "97.95 Percent %")]
    [InlineData("提升3.4个百分点", "3.4 Points 个百分点")]
    [InlineData("百分之八十", "80 Percent %")]
    [InlineData("得152分", "152 Score 分")]
    [InlineData("第19个工作日", "19 WorkingDay 个工作日")]
    [InlineData("两周内", "2 Duration 周")]
    [InlineData("十二个账号", "12 Count 个")]
    [InlineData("检测到单否一次", "1 Count 次")]
    [InlineData("百家号", "")]
    [InlineData("甲办发〔2025〕1号", "")]
    [InlineData("第二十条", "")]
    [InlineData("前3名", "")]
    [InlineData("一个单位", "")]
    [InlineData("武警50622", "50622 Bare")]
    [InlineData("IPv6", "")]
    public void Only_what_counts_is_a_quantity(string text, string expected)
    {
        var (quantities, _) = Lexer.Read(text, new Span(0, text.Length));

        var found = quantities.Select(item =>
            FormattableString.Invariant($"{item.Value} {item.Kind} {item.Word}").TrimEnd()
        );
        Assert.Equal(expected.Length == 0 ? [] : [expected], found);
    }

    [Theory]
    [InlineData("2024年第四季度", "2024Q4")]
    [InlineData("第四季度", "2030Q4")]
    [InlineData("三季度", "2030Q3")]
    [InlineData("2023年1-3月", "2023Q1")]
    [InlineData("2025年7—9月", "2025Q3")]
    [InlineData("2018年1—2月份", "2018-01/02")]
    [InlineData("2022年12月份", "2022-12")]
    [InlineData("2024年上半年", "2024H1")]
    [InlineData("2020年", "2020")]
    [InlineData("2023年度", "2023")]
    public void A_period_has_one_text(string text, string expected)
    {
        var (_, periods) = Lexer.Read(text, new Span(0, text.Length));

        var period = Assert.Single(periods);
        Assert.Equal(expected, period.In(period.Year ?? 2030));
        Assert.False(period.IsDate);
    }

    [Theory]
    [InlineData("2025年1月20日")]
    [InlineData("截至2月底")]
    [InlineData("11月中旬")]
    public void A_day_or_a_cut_off_is_no_period(string text)
    {
        var (_, periods) = Lexer.Read(text, new Span(0, text.Length));

        Assert.True(Assert.Single(periods).IsDate);
    }
}
