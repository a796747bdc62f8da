using Analytics.Charts;
using Analytics.Domain;
using Analytics.Metrics;
using static Analytics.Tests.Charts.SampleCharts;

namespace Analytics.Tests.Charts;

public sealed class RankingPictureTests
{
    private static RankingPicture Picture(params RankingRow[] rows) => new(rows, null);

    [Fact]
    public void Bars_carry_the_scores_of_the_rows_in_the_order_of_their_ranks()
    {
        var picture = new RankingPicture([.. Towns.Reverse()], null);

        var bars = Assert.Single(picture.Sections).Bars;

        var expected = Towns
            .Where(row => row.Outcome != Ranking.Unchecked)
            .ToDictionary(row => row.UnitName, row => row.Score);
        Assert.Equal(expected.Count, bars.Count);
        Assert.All(bars, bar => Assert.Equal(expected[bar.Name], bar.Value));
        Assert.Equal([99, 97, 97, 82.5m, 18, null], bars.Select(bar => bar.Value));
    }

    [Fact]
    public void A_shared_rank_is_marked_on_every_unit_that_shares_it() =>
        Assert.Equal(
            ["1", "并列2", "并列2", "4", "5", "6"],
            new RankingPicture(Towns, null).Sections[0].Bars.Select(bar => bar.Rank)
        );

    [Fact]
    public void Scores_are_printed_with_as_many_decimals_as_one_of_them_needs() =>
        Assert.Equal(
            ["99.0", "97.0", "97.0", "82.5", "18.0（不合格）", "不合格（单项否决）"],
            new RankingPicture(Towns, null).Sections[0].Bars.Select(bar => bar.Label)
        );

    [Fact]
    public void Half_a_hundredth_is_rounded_up() =>
        Assert.Equal("88.13", Picture(Row("司法局", 1, 88.125m)).Sections[0].Bars[0].Label);

    [Fact]
    public void A_vetoed_unit_has_no_bar_and_comes_after_all_others_even_where_its_rank_is_missing()
    {
        var bars = Picture(Row("司法局", null, null, Ranking.Vetoed), Row("统计局", 1, 90)).Sections[0].Bars;

        Assert.Equal(["统计局", "司法局"], bars.Select(bar => bar.Name));
        Assert.Null(bars[1].Value);
        Assert.Equal("不合格（单项否决）", bars[1].Label);
    }

    [Fact]
    public void A_veto_that_leaves_points_shows_them() =>
        Assert.Equal("59（单项否决）", Picture(Row("司法局", 1, 59, Ranking.Vetoed)).Sections[0].Bars[0].Label);

    [Fact]
    public void The_headline_counts_the_points_of_a_vetoed_unit_among_the_lowest() =>
        Assert.Equal(
            "2024年第四季度：统计局得90分居首；司法局得分最低（59分）；1个单位被单项否决",
            Picture(Row("统计局", 1, 90), Row("财政局", 2, 80), Row("司法局", 3, 59, Ranking.Vetoed)).Headline
        );

    [Fact]
    public void Units_that_were_not_checked_are_counted_in_a_note_and_not_drawn()
    {
        var picture = new RankingPicture(Towns, null);

        Assert.DoesNotContain(picture.Sections[0].Bars, bar => bar.Name == "伊金霍洛镇");
        Assert.Contains("未检查1个单位（伊金霍洛镇），不参加排名。", picture.Notes);
    }

    [Fact]
    public void The_headline_names_who_leads_and_who_has_most_problems_and_fewest_points() =>
        Assert.Equal(
            "2024年第四季度：乌兰木伦镇得99.0分居首；札萨克镇问题最多（82条）、得分最低（18.0分）；1个单位被单项否决",
            new RankingPicture(Towns, null).Headline
        );

    [Fact]
    public void The_headline_claims_no_most_problems_where_another_unit_has_as_many() =>
        Assert.Equal(
            "2024年第四季度：司法局得99分居首；统计局得分最低（90分）",
            Picture(
                Row("司法局", 1, 99, findings: 5),
                Row("统计局", 2, 90, findings: 10),
                Row("财政局", null, null, Ranking.Unchecked, findings: 10)
            ).Headline
        );

    [Fact]
    public void The_headline_counts_units_that_lead_together() =>
        Assert.Equal(
            "2024年第四季度：司法局等3个单位得99分，并列第一；财政局得分最低（90分）",
            Picture(Row("司法局", 1, 99), Row("统计局", 1, 99), Row("民政局", 1, 99), Row("财政局", 4, 90)).Headline
        );

    [Fact]
    public void The_headline_says_when_all_scores_are_equal() =>
        Assert.Equal(
            "2024年第四季度：2个单位得分相同，均为100分",
            Picture(Row("司法局", 1, 100), Row("统计局", 1, 100)).Headline
        );

    [Fact]
    public void A_quarter_in_which_nobody_was_checked_says_so()
    {
        var picture = Picture(Row("司法局", null, null, Ranking.Unchecked));

        Assert.Empty(picture.Sections);
        Assert.Equal("2024年第四季度没有单位参加排名", picture.Headline);
    }

    [Fact]
    public void Groups_that_are_ranked_apart_get_sections_in_the_official_order()
    {
        var picture = Picture(Row("司法局", 1, 90, group: UnitGroup.Department), Row("札萨克镇", 1, 95));

        Assert.Equal(["镇、苏木、街道", "旗直部门"], picture.Sections.Select(section => section.Name));
        Assert.Equal("2024年第四季度：镇、苏木、街道中札萨克镇居首；旗直部门中司法局居首", picture.Headline);
    }

    [Fact]
    public void The_highlighted_unit_alone_has_the_accent()
    {
        var picture = new RankingPicture(Towns, "红庆河镇");

        Assert.Equal(["红庆河镇"], picture.Sections[0].Bars.Where(bar => bar.IsAccented).Select(bar => bar.Name));
    }

    [Fact]
    public void A_highlight_without_a_bar_changes_nothing() =>
        Assert.All(new RankingPicture(Towns, "伊金霍洛镇").Sections[0].Bars, bar => Assert.True(bar.IsAccented));

    [Fact]
    public void Sample_data_is_marked()
    {
        var chart = RankingChart.Of([Row("司法局", 1, 90, isSample: true)], Text);

        Assert.Equal("示例数据", chart.SampleMark);
        Assert.Contains("本季度为示例数据，不是真实的检查结果。", chart.Notes);
    }

    [Fact]
    public void Rows_of_two_quarters_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            RankingChart.Of([Towns[0], Towns[1] with { Quarter = new Quarter(2024, 3) }], Text)
        );

    [Fact]
    public void No_rows_are_refused() => Assert.Throws<ArgumentException>(() => RankingChart.Of([], Text));
}
