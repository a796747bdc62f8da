using Analytics.Dashboard.Output;
using Analytics.Dashboard.Pages;
using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Tests.Output;

public sealed class TrendTextTests
{
    private static readonly TrendPoint s_count = new(
        "finding_count",
        "gongan",
        new Quarter(2024, 4),
        6,
        -2,
        null,
        "条",
        false
    );

    [Fact]
    public void A_count_changes_by_a_difference_and_a_percentage()
    {
        Assert.Equal("▼ −2 条（−25.0%）", Tables.ChangeOf(s_count with { ChangePercent = -25 }));
        Assert.Equal("▲ +6 条（—）", Tables.ChangeOf(s_count with { Change = 6 }));
        Assert.Equal("持平", Tables.ChangeOf(s_count with { Change = 0, ChangePercent = 0 }));
        Assert.Equal("—", Tables.ChangeOf(s_count with { Change = null }));
        Assert.Equal(
            "▲ +1 条（+16.7%）",
            Tables.YearChangeOf(s_count with { YearChange = 1, YearChangePercent = 16.666667m })
        );
    }

    [Fact]
    public void A_rate_changes_by_percentage_points_only() =>
        Assert.Equal(
            "▲ +3.8 个百分点",
            Tables.ChangeOf(s_count with { Metric = "adoption_rate", Change = 3.8m, ChangeUnit = "个百分点" })
        );

    [Theory]
    [InlineData(-2, "▲ 上升 2 名")]
    [InlineData(1, "▼ 下降 1 名")]
    [InlineData(0, "持平")]
    public void A_smaller_rank_is_a_rise(int change, string words) =>
        Assert.Equal(words, Tables.ChangeOf(s_count with { Metric = "unit_rank", Change = change, ChangeUnit = "名" }));

    [Theory]
    [InlineData("finding_count", "条", -2, "▼ −2 findings (−25.0%)")]
    [InlineData("finding_count", "条", 1, "▲ +1 finding (−25.0%)")]
    [InlineData("submitted_count", "条", 3, "▲ +3 items (−25.0%)")]
    [InlineData("website_site_count", "个", 3, "▲ +3 websites (−25.0%)")]
    [InlineData("zero_unit_count", "个", 3, "▲ +3 units (−25.0%)")]
    [InlineData("finding_count", "条", 0, "unchanged")]
    [InlineData("adoption_rate", "个百分点", 3.8, "▲ +3.8 pp")]
    [InlineData("unit_score", "分", -1.5, "▼ −1.5 points")]
    [InlineData("unit_rank", "名", -2, "▲ up 2 places")]
    [InlineData("unit_rank", "名", 1, "▼ down 1 place")]
    public void In_English_a_change_has_an_English_unit(string metric, string unit, double change, string words) =>
        Assert.Equal(
            words,
            RowText.ChangeOf(
                s_count with
                {
                    Metric = metric,
                    ChangeUnit = unit,
                    Change = (decimal)change,
                    ChangePercent = -25,
                },
                new Speech(true, null)
            )
        );

    [Fact]
    public void A_quarter_says_whose_it_is_and_how_far_to_trust_it()
    {
        var note = Tables.NoteOf(
            s_count with
            {
                SourceUnit = "renshe",
                IsBreak = true,
                IsSignal = false,
                IsUsualChange = true,
            },
            code => code == "renshe" ? "人社局" : code
        );

        Assert.Equal("人社局的数据；更名、合并或拆分后的第一个季度；在正常波动范围内", note);
        Assert.Equal(
            "超出控制限",
            Tables.NoteOf(s_count with { IsSignal = true, IsUsualChange = false }, code => code)
        );
        Assert.Equal("", Tables.NoteOf(s_count, code => code));
    }
}
