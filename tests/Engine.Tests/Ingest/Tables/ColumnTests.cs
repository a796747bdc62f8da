using Analytics.Domain;
using Analytics.Ingest.Tables;

namespace Analytics.Tests.Ingest.Tables;

public sealed class ColumnTests
{
    [Theory]
    [InlineData("责任单位", "unit")]
    [InlineData("被检查单位", "unit")]
    [InlineData("报送单位名称", "unit")]
    [InlineData("开设主体", "unit")]
    [InlineData("检查单位", "level")]
    [InlineData("问题来源", "level")]
    [InlineData("渠道", "channel")]
    [InlineData("问题类别", "category")]
    [InlineData("错误类型", "category")]
    [InlineData("具体问题描述", "description")]
    [InlineData("存在问题", "description")]
    [InlineData("问题条数", "count")]
    [InlineData("发现问题的时间", "description")]
    [InlineData("检测日期", "found_on")]
    [InlineData("新媒体类型", "platform")]
    [InlineData("账号名称", "account")]
    [InlineData("所属栏目", "column")]
    [InlineData("问题页面链接", "page")]
    [InlineData("上报信息数", "submitted")]
    [InlineData("市级采用", "adopted")]
    [InlineData("录用条数", "adopted")]
    [InlineData("信息采用率", "adoption_rate")]
    [InlineData("采用得分", "ignored")]
    [InlineData("采用时间", "ignored")]
    [InlineData("是否合格", "result")]
    [InlineData("不合格数", "failed")]
    [InlineData("收到申请日期", "received_on")]
    [InlineData("答复时间", "answered_on")]
    [InlineData("是否延期", "extended")]
    [InlineData("是否单否", "veto")]
    [InlineData("整改完成情况", "rectified")]
    [InlineData("整改期限", "ignored")]
    [InlineData("所属季度", "period")]
    [InlineData("名 次", "ignored")]
    [InlineData("单位\n名称", "unit")]
    [InlineData("数量(条)", "count")]
    [InlineData("喜欢", null)]
    public void A_heading_is_known_by_its_longest_words(string heading, string? role)
    {
        var match = ColumnWords.Match(ColumnWords.Clean(heading));

        Assert.Equal(role, match?.Role);
    }

    [Fact]
    public void Every_role_of_the_word_list_exists_and_every_role_has_a_title()
    {
        Assert.All(ColumnRoles.All, role => Assert.NotEmpty(role.Title));
        Assert.All(
            ColumnRoles.All.Select(role => role.Code).Except([ColumnRoles.CategoryCount], StringComparer.Ordinal),
            code => Assert.Contains(code, ColumnWords.Roles)
        );
        Assert.All(ColumnWords.Roles, code => Assert.NotNull(ColumnRoles.Find(code)));
    }

    [Fact]
    public void A_mapping_by_shape_overrides_what_was_guessed()
    {
        const string Table = "单位|甲列|乙列\n旗公安局|错链|2\n";
        var first = Given.Sheet(Table, new() { Quarter = new(2024, 4) });
        var mapping = new TableMapping(
            first.Shape,
            TableKind.Findings,
            [new("甲列", "description"), new("乙列", "count")]
        )
        {
            Channel = "website",
            Level = "市",
            Period = "2024Q3",
        };

        var sheet = Given.Sheet(Table, new() { Mappings = [mapping] });

        Assert.Empty(first.Facts);
        Assert.Equal(["issues 2 旗公安局 website 市 2024Q3"], Given.Shown(sheet.Facts));
        Assert.Equal("错链", sheet.Facts[0].Words);
        Assert.Equal([true, false, false], sheet.Columns.Select(column => column.IsGuess));
    }

    [Fact]
    public void A_mapping_for_other_headings_is_left_alone()
    {
        var mapping = new TableMapping(null, null, [new("别的列", "unit")]) { Channel = "website" };

        var sheet = Given.Sheet(
            "单位|问题描述\n旗公安局|错链\n",
            new() { Quarter = new(2024, 4), Mappings = [mapping] }
        );

        Assert.Empty(sheet.Facts);
    }

    [Fact]
    public void A_mapping_survives_its_json_form()
    {
        var sheet = Given.Sheet("单位|报送数|市级采用\n旗公安局|2|1\n", new() { Quarter = new(2024, 4) });
        var mapping = TableMapping.Of(sheet) with { Period = "2024Q4" };

        var again = TableMapping.Parse("对应.json", mapping.ToJson());

        Assert.Equal((mapping.Shape, "submissions", "2024Q4"), (again.Shape, again.Kind, again.Period));
        Assert.Equal(mapping.Columns, again.Columns);
        Assert.Equal(new MappedColumn("市级采用", "adopted", "市级"), again.Columns[2]);
    }

    [Theory]
    [InlineData("不是 JSON", "不是列对应文件")]
    [InlineData("null", "是空的")]
    [InlineData("""{"kind":"x"}""", "kind “x”不存在")]
    [InlineData("""{"columns":[{"heading":"单位","role":"units"}]}""", "role “units”不存在")]
    [InlineData("""{"columns":[{"heading":"单位"}]}""", "role “”不存在")]
    [InlineData("""{"channel":"报纸"}""", "channel “报纸”不存在")]
    [InlineData("""{"period":"2024"}""", "period “2024”不是季度")]
    [InlineData("""{"colums":[]}""", "不是列对应文件")]
    public void A_wrong_mapping_is_refused_with_what_there_is(string json, string message)
    {
        var fault = Assert.Throws<NoticeFormatException>(() => TableMapping.Parse("对应.json", json));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }
}
