using Analytics.Ingest.Text;

namespace Analytics.Tests.Ingest.Text;

public sealed class NormaliserTests
{
    [Theory]
    [InlineData("发现问题 １９８ 条", "发现问题198条")]
    [InlineData("合格率９５．０％", "合格率95.0%")]
    [InlineData("旗民政局(3条),旗司法局(1条)", "旗民政局（3条），旗司法局（1条）")]
    [InlineData("⺠政局与⻔户⽹站", "民政局与门户网站")]
    [InlineData("报送1,234条", "报送1,234条")]
    [InlineData("政\u200B务\u3000公开", "政务公开")]
    [InlineData("CCPIT 甲市贸促会", "CCPIT 甲市贸促会")]
    [InlineData("## 一、总体  情况", "一、总体情况")]
    public void One_way_of_writing_is_left(string text, string expected) =>
        Assert.Equal(expected, Normaliser.Normalise(text).Text.TrimEnd('\n'));

    [Fact]
    public void A_break_inside_a_sentence_is_joined_and_one_before_a_heading_is_not()
    {
        var text = Normaliser
            .Normalise("（一）检测各账号的更新情况、内容情况和互\n\n动情况，发现问题3条。\n二、工作要求\n各单位\n")
            .Text;

        Assert.Equal("（一）检测各账号的更新情况、内容情况和互动情况，发现问题3条。\n二、工作要求\n各单位\n", text);
    }

    [Fact]
    public void Offsets_lead_back_to_the_line_of_the_file()
    {
        var text = Normaliser.Normalise("标题\n\n（一）检测各账号的更新情况、内容情况和互\n\n动情况，发现问题3条。");

        Assert.Equal("第5行", text.LocationOf(text.Text.IndexOf('3', StringComparison.Ordinal)));
        Assert.Equal("第3行", text.LocationOf(text.Text.IndexOf("检测", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("1 | 教育局 | 35", "1 | 教育局 | 35")]
    [InlineData("| 1 | 教育局 | 35 |", "1 | 教育局 | 35")]
    [InlineData("1\t教育局\t35", "1 | 教育局 | 35")]
    [InlineData("1   教育局   35", "1 | 教育局 | 35")]
    [InlineData("1 教育局 35", "1 | 教育局 | 35")]
    public void Columns_of_a_pasted_table_are_kept(string text, string expected)
    {
        var normal = Normaliser.Normalise(text);

        Assert.Equal(expected, normal.Text.TrimEnd('\n'));
        Assert.Equal(LineKind.Row, Assert.Single(normal.Lines).Kind);
    }

    [Fact]
    public void A_title_with_odd_spaces_is_no_row() =>
        Assert.Equal(
            LineKind.Body,
            Assert.Single(Normaliser.Normalise("甲局关于 2024年第四季度政府 网站情况的通报").Lines).Kind
        );
}
