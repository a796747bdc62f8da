using Analytics.Domain;

namespace Analytics.Tests.Ingest;

public sealed class AuditTests
{
    [Fact]
    public void A_list_that_adds_up_to_more_is_an_error_with_both_figures()
    {
        var found = Assert.Single(
            Sample
                .Read("政务新媒体发现问题共计10条。涉及的单位有：旗甲山镇人民政府（7条）、旗教育局（4条）。")
                .Discrepancies
        );

        Assert.Equal(
            (DiscrepancyCode.SumMismatch, Severity.Error, 10m, 11m),
            (found.Code, found.Severity, found.Stated!.Value, found.Computed!.Value)
        );
        Assert.Contains("镇 7", found.Message, StringComparison.Ordinal);
        Assert.Contains("部门 4", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("政务新媒体查出错敏信息10条，其中教育局4条、民政局2条等。")]
    [InlineData("政务新媒体查出错敏信息10条，其中教育局4条。")]
    [InlineData("政务新媒体查出错敏信息9条，其中教育局4条、民政局3条、统计局2条。")]
    public void Open_lists_and_sums_that_hold_raise_no_alarm(string body) =>
        Assert.Empty(Sample.Read(body).Discrepancies);

    [Theory]
    // 437 of 461 is 94.79 %.
    [InlineData("检查政务新媒体461个，合格437个，合格率为95.0%。", DiscrepancyCode.RateMismatch)]
    // 291 of 294 is 98.98 %.
    [InlineData("检查政务新媒体294个，合格291个，合格率为98.9%。", DiscrepancyCode.RateTruncated)]
    public void A_rate_that_is_not_its_fraction_is_told_from_one_cut_off(string body, string code) =>
        Assert.Equal(code, Assert.Single(Sample.Read(body).Discrepancies).Code);

    [Theory]
    // 28 of 52 is 53.846 %; one failed of eight leaves 87.5 %.
    [InlineData("向市政府网站报送信息52条，被采用28条，采用率为54%。")]
    [InlineData("检查政务新媒体8个，不合格1个，合格率为87.5%。")]
    public void A_rounded_rate_holds(string body)
    {
        var notice = Sample.Read(body);

        Assert.Single(notice.Checks);
        Assert.Empty(notice.Discrepancies);
    }

    [Fact]
    public void A_notice_that_compares_with_its_own_quarter_is_doubted_with_both_readings()
    {
        // 30 of 50 is 60 %: six points less is 54.0 %, six per cent less is 56.6 %.
        var found = Sample
            .Read("向市政府网站报送信息50条，被采用30条，采用率为60%，采用率比第三季度上升了6%。")
            .Discrepancies;

        Assert.Equal(
            [DiscrepancyCode.PercentOrPoints, DiscrepancyCode.PeriodConflict],
            found.Select(item => item.Code).Order(StringComparer.Ordinal)
        );
        var doubt = found.Single(item => item.Code == DiscrepancyCode.PercentOrPoints);
        Assert.Contains("54.0%", doubt.Message, StringComparison.Ordinal);
        Assert.Contains("56.6%", doubt.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_larger_than_its_whole_is_an_error() =>
        Assert.Equal(
            DiscrepancyCode.PartExceedsWhole,
            Assert.Single(Sample.Read("抽查政府网站10个，其中不合格12个。").Discrepancies).Code
        );

    [Fact]
    public void An_ordinal_twice_or_left_out_is_a_matter_of_style()
    {
        var found = Sample.Read("一是更新慢。二是错字多。二是解读少。\n一是甲。三是乙。").Discrepancies;

        Assert.All(
            found,
            item => Assert.Equal((DiscrepancyCode.Numbering, Severity.Style), (item.Code, item.Severity))
        );
        Assert.Equal(2, found.Count);
    }

    [Fact]
    public void A_total_without_a_unit_is_named_where_others_have_one()
    {
        var found = Sample.Read("政府网站存在断链问题8条，隐私泄露问题2条（旗教育局2条）。").Discrepancies;

        Assert.Equal((DiscrepancyCode.UnattributedTotal, 8m), (Assert.Single(found).Code, found[0].Stated!.Value));
    }

    [Fact]
    public void A_veto_of_a_unit_without_finding_is_named()
    {
        var found = Sample
            .Read(
                "政务新媒体发现问题共计3条。涉及的单位有：旗民政局（1条）、旗教育局（2条）。旗司法局微博被市局检测到单否1次，旗教育局抖音被市局检测到单否1次。"
            )
            .Discrepancies;

        Assert.Contains("旗司法局", Assert.Single(found).Message, StringComparison.Ordinal);
        Assert.Equal(DiscrepancyCode.VetoWithoutFinding, found[0].Code);
    }

    [Fact]
    public void A_veto_whose_unit_is_said_not_to_be_listed_needs_no_second_look() =>
        Assert.Empty(
            Sample
                .Read(
                    "政务新媒体发现问题共计3条。涉及的单位有：旗民政局（1条）、旗教育局（2条）。旗司法局微博被市局检测到单否1次（不在上述单位之列）。"
                )
                .Discrepancies
        );

    [Fact]
    public void A_stock_stated_with_another_figure_is_an_error()
    {
        var found = Assert.Single(
            Sample.Read("政务新媒体（系统内31个）情况如下。\n系统内的32个政务新媒体合格率提升。").Discrepancies
        );

        Assert.Equal(
            (DiscrepancyCode.RestatedDifferently, 32m, 31m),
            (found.Code, found.Stated!.Value, found.Computed!.Value)
        );
    }

    [Theory]
    // 43 + 5 = 39 + 9.
    [InlineData("收到政府信息公开申请43件，上年结转5件，已办结39件，结转下年度继续办理9件。", null)]
    [InlineData(
        "收到政府信息公开申请43件，上年结转5件，已办结39件，结转下年度继续办理8件。",
        DiscrepancyCode.SumMismatch
    )]
    // 653 of 659 is 99.09 %.
    [InlineData("政府网站发现问题659个，已整改653个，整改率99.1%。", null)]
    [InlineData("政府网站发现问题659个，已整改653个，整改率98.1%。", DiscrepancyCode.RateMismatch)]
    public void Requests_and_rectification_balance(string body, string? code)
    {
        var notice = Sample.Read(body);

        Assert.Equal(code is null ? [] : [code], notice.Discrepancies.Select(found => found.Code));
        Assert.Equal(code is null ? 1 : 0, notice.Checks.Count);
    }
}
