using Analytics.Ingest.Grammar;

namespace Analytics.Tests.Ingest.Grammar;

public sealed class UnitNamesTests
{
    [Theory]
    [InlineData("旗应急管理局")]
    [InlineData("旗甲山镇人民政府")]
    [InlineData("乙苏木")]
    [InlineData("卫健委")]
    [InlineData("残联")]
    [InlineData("住房和城乡建设局")]
    [InlineData("经济技术开发区管委会")]
    public void A_name_is_told_by_its_ending(string text) => Assert.True(UnitNames.IsName(text));

    [Theory]
    [InlineData("市直部门")]
    [InlineData("乡镇")]
    [InlineData("我旗")]
    [InlineData("自治区")]
    [InlineData("政府网站")]
    [InlineData("错敏词")]
    public void Classes_places_and_other_words_are_no_names(string text) => Assert.False(UnitNames.IsName(text));

    [Theory]
    [InlineData("旗司法局抖音被市局检测到", "旗司法局")]
    [InlineData("旗甲山镇人民政府微博被市局检测到", "旗甲山镇人民政府")]
    [InlineData("旗乡村振兴发展中心微信公众号", "旗乡村振兴发展中心")]
    [InlineData("山前街道出现错误", "山前街道")]
    [InlineData("错链问题", "")]
    public void A_name_before_other_words_is_cut_at_its_end(string text, string expected) =>
        Assert.Equal(expected, text[..UnitNames.PrefixLength(text)]);

    [Theory]
    [InlineData("旗甲山镇人民政府", "镇")]
    [InlineData("乙苏木", "镇")]
    [InlineData("丙川街道", "镇")]
    [InlineData("旗统计局", "部门")]
    public void Towns_are_told_from_departments(string unit, string group) =>
        Assert.Equal(group, UnitNames.GroupOf(unit));
}
