using Analytics.Charts;
using static Analytics.Tests.Charts.SampleCharts;
using QuarterNote = Analytics.Metrics.QuarterNote;

namespace Analytics.Tests.Charts;

public sealed class TrendPictureTests
{
    private const string Points = "个百分点";

    private static TrendPicture Rates(params decimal?[] values) => new(Trend(Points, values), Adoption);

    [Fact]
    public void Points_carry_the_values_of_the_rows_at_their_quarters()
    {
        var rows = Trend(Points, [0.42m, 0.455m, 28m / 52, 0.5m]);

        var picture = new TrendPicture([.. rows.Reverse()], Adoption);

        Assert.Equal(rows.Select(row => row.Value!.Value), picture.Marks.Select(mark => mark.Value));
        Assert.Equal(rows.Select(row => row.Quarter), picture.Marks.Select(mark => picture.Slots[mark.Slot]));
        Assert.Equal(["42.0%", "45.5%", "53.8%", "50.0%"], picture.Marks.Select(mark => mark.Label));
    }

    [Fact]
    public void A_quarter_without_a_value_leaves_a_gap_and_never_a_zero()
    {
        var picture = Rates(0.4m, 0.5m, null, 0.6m, 0.7m);

        Assert.Equal([0, 1, 3, 4], picture.Marks.Select(mark => mark.Slot));
        Assert.Equal(
            [
                [0, 1],
                [2, 3],
            ],
            picture.Lines
        );
        Assert.Contains("1个季度没有数据（2022年第三季度），图中留空，不作零计。", picture.Notes);
    }

    [Fact]
    public void A_quarter_without_a_row_leaves_the_same_gap()
    {
        var rows = Trend(Points, [0.4m, 0.5m, 0.1m, 0.6m, 0.7m]).ToList();
        rows.RemoveAt(2);

        var picture = new TrendPicture(rows, Adoption);

        Assert.Equal(5, picture.Slots.Count);
        Assert.Equal(
            [
                [0, 1],
                [2, 3],
            ],
            picture.Lines
        );
    }

    [Fact]
    public void No_line_crosses_the_seam_between_sample_and_real_data()
    {
        var rows = Trend("条", [1, 2, 3, 4, 5, 6, 7, 8], sampleQuarters: 4);

        var picture = new TrendPicture(rows, Adoption);

        Assert.Equal(
            [
                [0, 1, 2, 3],
                [4, 5, 6, 7],
            ],
            picture.Lines
        );
        Assert.Equal([(0, 3)], picture.SampleBands);
        Assert.Equal([true, true, true, true, false, false, false, false], picture.Marks.Select(mark => mark.IsSample));
        Assert.Equal("含示例数据", TrendChart.Of(rows, Adoption, Text).SampleMark);
    }

    [Fact]
    public void What_to_know_of_a_quarter_is_numbered_at_its_place_and_other_rules_only_where_they_count()
    {
        var rows = Trend("条", [1, 2, 3, 4]);
        QuarterNote[] notes =
        [
            new(rows[1].Quarter, "rulebook", "新规则", null, null),
            new(rows[2].Quarter, "correction", "四季度.csv", 7, null),
            new(rows[3].Quarter, "note", "增加一次抽查", null, "会议纪要"),
            new(rows[3].Quarter.Next, "note", "不在图中", null, "会议纪要"),
        ];

        var counts = new TrendPicture(rows, Adoption, notes: notes);
        var ranks = new TrendPicture(Trend("名", [1, 2, 3, 4]), Adoption, notes: notes);

        Assert.Equal([(2, "①"), (3, "②")], counts.Annotations.Select(one => (one.Slot, one.Number)));
        Assert.Equal(
            ["① 2022年第三季度的数据在加载后更正过（第 7 批，四季度.csv）。", "② 2022年第四季度：增加一次抽查。"],
            counts.Notes
        );
        Assert.Equal([(1, "①"), (2, "②"), (3, "③")], ranks.Annotations.Select(one => (one.Slot, one.Number)));
        Assert.Equal("① 2022年第二季度起改用评分规则“新规则”。", ranks.Notes[0]);
    }

    [Fact]
    public void Fewer_than_four_quarters_are_dots() => Assert.Empty(Rates(0.4m, 0.5m, 0.6m).Lines);

    [Fact]
    public void Three_real_quarters_after_many_sample_quarters_are_dots() =>
        Assert.Equal(
            [
                [0, 1, 2, 3],
            ],
            new TrendPicture(Trend("条", [1, 2, 3, 4, 5, 6, 7], sampleQuarters: 4), Adoption).Lines
        );

    [Fact]
    public void The_change_of_a_rate_is_in_percentage_points_with_arrow_and_sign()
    {
        var picture = new TrendPicture(Trend(Points, [0.48m, 28m / 52], lastChange: 5.846154m), Adoption);

        Assert.Equal(["53.8%", "环比 ▲ +5.8个百分点"], picture.Callout);
        Assert.Equal("2022年第二季度全旗信息采用率为53.8%，比上季度上升5.8个百分点", picture.Headline);
    }

    [Fact]
    public void A_fall_has_the_other_arrow_and_sign()
    {
        var picture = new TrendPicture(Trend("条", [205, 199], lastChange: -6), new("问题数", "全旗"));

        Assert.Equal(["199", "环比 ▼ -6条"], picture.Callout);
        Assert.Equal("2022年第二季度全旗问题数为199条，比上季度减少6条", picture.Headline);
    }

    [Fact]
    public void A_change_that_rounds_to_nothing_is_no_change() =>
        Assert.Equal(
            "环比 持平",
            new TrendPicture(Trend(Points, [0.5m, 0.5m], lastChange: 0.04m), Adoption).Callout[1]
        );

    [Fact]
    public void A_better_rank_moves_forward() =>
        Assert.Equal(
            ["4", "环比 ▲ 前进2名"],
            new TrendPicture(Trend("名", [6, 4], lastChange: -2), new("排名", "统计局")).Callout
        );

    [Fact]
    public void Without_a_base_no_change_is_claimed() =>
        Assert.Equal("2022年第二季度全旗信息采用率为50%", Rates(0.4m, 0.5m).Headline);

    [Fact]
    public void The_headline_says_highest_only_where_no_other_quarter_is_as_high()
    {
        Assert.EndsWith("，在所示4个季度中最高", Rates(0.4m, 0.5m, 0.3m, 0.6m).Headline, StringComparison.Ordinal);
        Assert.EndsWith("，在所示4个季度中最低", Rates(0.4m, 0.5m, 0.3m, 0.2m).Headline, StringComparison.Ordinal);
        Assert.DoesNotContain("最", Rates(0.4m, 0.6m, 0.3m, 0.6m).Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_data_does_not_count_for_highest()
    {
        var rows = Trend("条", [900, 1, 2, 3, 4], sampleQuarters: 1);

        Assert.EndsWith(
            "，在有真实数据的4个季度中最高",
            new TrendPicture(rows, new("问题数", "全旗")).Headline,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_the_latest_quarter_has_no_value_the_headline_names_the_quarter_it_speaks_of() =>
        Assert.StartsWith("2022年第一季度", Rates(0.4m, null).Headline, StringComparison.Ordinal);

    [Fact]
    public void A_trend_without_any_value_says_so() =>
        Assert.Equal("全旗信息采用率：所示季度都没有数据", Rates(null, null).Headline);

    [Fact]
    public void A_quarter_that_comes_twice_is_refused()
    {
        var rows = Trend("条", [1, 2]);

        Assert.Throws<ArgumentException>(() => TrendChart.Of([.. rows, rows[0]], Adoption, Text));
    }

    [Fact]
    public void A_control_chart_shows_the_limits_of_its_rows_and_which_quarters_lie_outside()
    {
        var picture = new TrendPicture(SampleCharts.Limited, new TrendSubject("发现问题", "全旗"), hasLimits: true);

        Assert.Equal(5, picture.Limits.Count);
        Assert.All(picture.Limits, limit => Assert.Equal((16m, 4m, 28m), (limit.Center, limit.Lower, limit.Upper)));
        Assert.Equal([40m], picture.Marks.Where(mark => mark.IsSignal).Select(mark => mark.Value));
        Assert.Contains(picture.Notes, note => note.Contains("1个季度在控制限之外", StringComparison.Ordinal));
        Assert.Empty(new TrendPicture(SampleCharts.Limited, new TrendSubject("发现问题", "全旗")).Limits);
    }
}
