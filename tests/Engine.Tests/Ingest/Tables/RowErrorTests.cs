namespace Analytics.Tests.Ingest.Tables;

public sealed class RowErrorTests
{
    [Theory]
    [InlineData("-1", "数量不能是负数。")]
    [InlineData("3.5条", "数量应为整数。")]
    [InlineData("1000000000000", "数量超过十亿，不像是真的。")]
    [InlineData("54%", "数量写成了百分比。")]
    [InlineData("若干", "不是数字。")]
    [InlineData("#REF!", "不是数字。")]
    [InlineData("12月5日", "不是数字。")]
    [InlineData("1e3", "不是数字。")]
    public void An_impossible_number_refuses_its_row_only(string value, string message)
    {
        var sheet = Given.Sheet(
            $"""
            2024年第四季度政府网站问题清单
            单位|问题描述|数量
            旗公安局|错链|{value}
            旗民政局|错字|2
            旗水利局|错字|2
            旗财政局|错字|2
            旗审计局|错字|2
            """
        );

        var error = Assert.Single(sheet.Errors);
        Assert.Equal(
            ("表.csv", 3, "数量", value, message),
            (error.Sheet, error.Row, error.Column, error.Value, error.Message)
        );
        Assert.Equal(["旗公安局", "错链", value], error.Cells);
        Assert.NotEmpty(error.Cure);
        Assert.Equal((5, 4), (sheet.RowCount, sheet.Facts.Count));
    }

    [Theory]
    [InlineData("2024年13月1日")]
    [InlineData("2024-02-30")]
    [InlineData("12月5日至7日")]
    [InlineData("近期")]
    [InlineData("0000-00-00")]
    [InlineData("99999")]
    [InlineData("2024年12月")]
    public void What_is_no_day_refuses_its_row(string value)
    {
        var sheet = Given.Sheet($"2024年第四季度政府网站问题清单\n单位|问题描述|发现时间\n旗公安局|错链|{value}\n");

        var error = Assert.Single(sheet.Errors);
        Assert.Equal(("发现时间", value, "不是日期。"), (error.Column, error.Value, error.Message));
        Assert.Empty(sheet.Facts);
    }

    [Fact]
    public void A_veto_whose_channel_nobody_tells_refuses_its_row()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度单项否决统计
            单位|渠道|单项否决
            旗公安局|政务新媒体|1
            旗民政局||2
            """
        );

        var error = Assert.Single(sheet.Errors);
        Assert.Equal((4, "看不出本行属于哪个渠道。"), (error.Row, error.Message));
        Assert.Equal(["veto 1 旗公安局 newmedia 2024Q4"], Given.Shown(sheet.Facts));
    }

    [Fact]
    public void A_unit_left_blank_below_another_is_not_guessed()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政府网站问题清单
            单位|问题描述
            |全旗共性问题
            旗公安局|错链
            |错字
            —|来源不明
            """
        );

        var error = Assert.Single(sheet.Errors);
        Assert.Equal((5, "单位"), (error.Row, error.Column));
        Assert.Contains("旗公安局", error.Message, StringComparison.Ordinal);
        Assert.Equal([null, "旗公安局", null], sheet.Facts.Select(fact => fact.Unit));
    }

    [Theory]
    [InlineData("旗公安局、旗民政局")]
    [InlineData("旗公安局，札萨克镇")]
    [InlineData("旗公安局/旗民政局")]
    public void Several_units_in_one_cell_are_refused(string units)
    {
        var sheet = Given.Sheet($"2024年第四季度政府网站问题清单\n单位|问题描述\n{units}|错链\n");

        Assert.Equal("一格里有多个单位。", Assert.Single(sheet.Errors).Message);
        Assert.Contains("各占一行", sheet.Errors[0].Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_channel_or_quarter_refuses_its_row()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度问题清单
            单位|渠道|季度|问题描述
            旗公安局|报纸|2024Q4|错字
            旗公安局|政府网站|去年|错字
            旗公安局||2024Q4|错字
            """
        );

        Assert.Equal(
            ["不是已知的渠道。", "不是季度。", "看不出本行属于哪个渠道。"],
            sheet.Errors.Select(error => error.Message)
        );
    }

    [Fact]
    public void A_text_in_an_unused_column_alone_is_not_lost()
    {
        var sheet = Given.Sheet(
            "2024年第四季度政府网站问题清单\n序号|单位|问题描述\n1|旗公安局|错链\n以上情况请各单位核实\n"
        );

        Assert.Equal("本行只在不使用的列里有内容。", Assert.Single(sheet.Errors).Message);
    }

    [Fact]
    public void A_long_value_is_cut_where_it_is_shown()
    {
        var sheet = Given.Sheet(
            $"2024年第四季度政府网站问题清单\n单位|问题描述|发现时间\n旗公安局|错链|{new string('长', 100)}\n"
        );

        Assert.Equal(60, Assert.Single(sheet.Errors).Value!.Length);
    }

    [Fact]
    public void A_file_without_any_table_is_refused_and_a_sheet_without_one_is_told()
    {
        var fault = Assert.Throws<Analytics.Domain.NoticeFormatException>(() => Given.Table("说明\n本文件没有数据\n"));

        Assert.Contains("没有找到能读懂的表格", fault.Message, StringComparison.Ordinal);
        Assert.Contains("“问题描述”", fault.Message, StringComparison.Ordinal);
    }
}
