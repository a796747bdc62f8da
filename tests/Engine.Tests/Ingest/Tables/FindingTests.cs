using Analytics.Domain;

namespace Analytics.Tests.Ingest.Tables;

public sealed class FindingTests
{
    [Fact]
    public void A_row_is_a_finding_with_everything_it_says()
    {
        var sheet = Given.Sheet(
            """
            主办单位|媒体类型|账号名称|检查层级|错误类型|问题详情|检查时间|是否单否|整改情况
            旗司法局|抖音|伊金霍洛司法|自治区级|内容不更新|两周未更新|2024.11.5|是|已整改
            旗水利局|微信公众号|水利在线|旗|错别字|标题多字|2024年12月31日|否|整改中
            """,
            new() { Quarter = new(2024, 4) }
        );

        Assert.Equal(
            [
                "issues 1 旗司法局 newmedia 抖音 伊金霍洛司法 内容不更新 自治区 2024Q4 2024-11-05",
                "rectified 1 旗司法局 newmedia 抖音 伊金霍洛司法 内容不更新 自治区 2024Q4 2024-11-05",
                "veto 1 旗司法局 newmedia 抖音 伊金霍洛司法 内容不更新 自治区 2024Q4 2024-11-05",
                "issues 1 旗水利局 newmedia 微信公众号 水利在线 错别字 旗 2024Q4 2024-12-31",
                "unrectified 1 旗水利局 newmedia 微信公众号 水利在线 错别字 旗 2024Q4 2024-12-31",
            ],
            Given.Shown(sheet.Facts)
        );
    }

    [Fact]
    public void Channel_and_period_columns_go_before_the_title()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政府网站问题清单
            部门|渠道|季度|具体问题
            旗民政局|政务新媒体|2024年第三季度|评论未回复
            旗财政局|||栏目空白
            旗审计局|网站|四季度|错链
            """
        );

        Assert.Equal(
            [
                "issues 1 旗民政局 newmedia 2024Q3",
                "issues 1 旗财政局 website 2024Q4",
                "issues 1 旗审计局 website 2024Q4",
            ],
            Given.Shown(sheet.Facts)
        );
    }

    [Fact]
    public void The_title_tells_channel_quarter_and_level()
    {
        var sheet = Given.Sheet(
            """
            自治区检查发现2025年第1季度政务新媒体问题清单
            填报单位：旗政务服务与数据管理局||填报日期：2025年4月2日
            序号|责任单位|存在问题
            1|旗公安局|未更新
            备注：以上问题已反馈。
            填表人：某某||审核人：某某
            """
        );

        Assert.Equal(["issues 1 旗公安局 newmedia 自治区 2025Q1"], Given.Shown(sheet.Facts));
        Assert.Equal((3, 1), (sheet.HeaderRow, sheet.RowCount));
        Assert.Empty(sheet.Errors);
    }

    [Fact]
    public void A_column_of_kinds_may_hold_platforms_and_sites()
    {
        var sheet = Given.Sheet(
            """
            单位|类型|问题描述
            旗公安局|微信公众号|未更新
            旗民政局|政府网站|错链
            """,
            new() { Quarter = new(2024, 4) }
        );

        Assert.Equal(
            ["issues 1 旗公安局 newmedia 微信公众号 2024Q4", "issues 1 旗民政局 website 2024Q4"],
            Given.Shown(sheet.Facts)
        );
    }

    [Fact]
    public void Without_a_quarter_the_dates_tell_and_it_is_said()
    {
        var sheet = Given.Sheet(
            """
            政府网站问题清单
            单位|问题描述|发现时间
            旗公安局|错链|2024-10-01
            旗民政局|错字|2024-12-31
            """
        );

        Assert.Equal(["2024Q4", "2024Q4"], sheet.Facts.Select(fact => fact.Period));
        var told = Assert.Single(sheet.Discrepancies);
        Assert.Equal((DiscrepancyCode.PeriodInferred, Severity.Doubtful), (told.Code, told.Severity));
        Assert.Contains("2024年第四季度", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_quarter_the_sheet_is_refused_with_the_cure()
    {
        var sheet = Given.Sheet(
            """
            政府网站问题清单
            单位|问题描述|发现时间
            旗公安局|错链|2024-09-30
            旗民政局|错字|2024-12-31
            """
        );

        Assert.Empty(sheet.Facts);
        Assert.Equal(2, sheet.RowCount);
        var error = Assert.Single(sheet.Errors);
        Assert.Equal((2, (string?)null), (error.Row, error.Column));
        Assert.Contains("--quarter 2024Q4", error.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_channel_the_sheet_is_refused_with_the_cure()
    {
        var sheet = Given.Sheet("单位|问题描述\n旗公安局|错链\n", new() { Quarter = new(2024, 4) });

        Assert.Empty(sheet.Facts);
        Assert.Contains("“渠道”列", Assert.Single(sheet.Errors).Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_contradicts_the_asked_quarter_wins_and_it_is_said()
    {
        var sheet = Given.Sheet(
            "2024年第三季度政府网站问题清单\n单位|问题描述\n旗公安局|错链\n",
            new() { Quarter = new(2024, 4) }
        );

        Assert.Equal("2024Q3", sheet.Facts[0].Period);
        Assert.Equal(DiscrepancyCode.PeriodConflict, Assert.Single(sheet.Discrepancies).Code);
    }

    [Fact]
    public void A_date_outside_the_quarter_is_told_and_the_row_stays()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政府网站问题清单
            单位|问题描述|发现时间
            旗公安局|错链|2025-01-02
            """
        );

        Assert.Equal(["issues 1 旗公安局 website 2024Q4 2025-01-02"], Given.Shown(sheet.Facts));
        var told = Assert.Single(sheet.Discrepancies);
        Assert.Equal((DiscrepancyCode.DateOutsideQuarter, Severity.Doubtful), (told.Code, told.Severity));
        Assert.Equal("表.csv!第3行", told.Location);
    }

    [Fact]
    public void Of_two_columns_of_one_role_the_better_has_it_and_the_other_is_shown()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政府网站问题清单
            主办单位名称|单位|问题描述|问题描述说明
            甲|旗公安局|错链|略
            """
        );

        Assert.Equal(["ignored", "unit", "description", "ignored"], sheet.Columns.Select(column => column.Role));
        Assert.Equal("旗公安局", sheet.Facts[0].Unit);
    }

    [Fact]
    public void A_header_printed_again_and_lines_left_free_are_no_rows()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政府网站问题清单
            序号|单位|问题描述
            1|旗公安局|错链
            序号|单位|问题描述
            2|旗民政局|错字
            3||
            """
        );

        Assert.Equal(2, sheet.RowCount);
        Assert.Equal(2, sheet.Facts.Count);
        Assert.Empty(sheet.Errors);
    }

    [Fact]
    public void A_row_between_the_data_names_the_group()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政府网站问题清单
            单位|问题描述
            一、旗直部门
            旗公安局|错链
            二、各镇
            札萨克镇|错字
            """
        );

        Assert.Equal(["旗直部门", "各镇"], sheet.Facts.Select(fact => fact.Group));
        Assert.Empty(sheet.Errors);
    }

    [Fact]
    public void The_preview_has_the_first_twenty_rows()
    {
        var rows = string.Concat(Enumerable.Repeat("旗公安局|错链\n", 30));

        var sheet = Given.Sheet("2024年第四季度政府网站问题清单\n单位|问题描述\n" + rows);

        Assert.Equal((20, 30), (sheet.FirstRows.Count, sheet.RowCount));
        Assert.Equal(["旗公安局", "错链"], sheet.FirstRows[0]);
    }
}
