using Analytics.Domain;
using Analytics.Ingest.Reference;

namespace Analytics.Tests.Ingest.Reference;

public sealed class UnitRegistryTests
{
    private static readonly UnitRegistry s_registry = UnitRegistry.Of([
        new("zhasake", "札萨克镇", "札萨克镇", [], UnitGroup.Town, 1),
        new("renshe", "人力资源和社会保障局", "人社局", ["人社局"], UnitGroup.Department, 2),
        new("zhengshu", "政务服务与数据管理局", "政数局", [], UnitGroup.Department, 3),
        new("gongan", "公安局", "公安局", [], UnitGroup.Department, 4),
    ]);

    [Theory]
    [InlineData("札萨克镇", "zhasake")]
    [InlineData("旗札萨克镇人民政府", "zhasake")]
    [InlineData("伊金霍洛旗札萨克镇", "zhasake")]
    [InlineData("札萨克镇政府", "zhasake")]
    [InlineData("旗人社局", "renshe")]
    [InlineData("人力资源与社会保障局", "renshe")]
    [InlineData("旗政务服务和数据管理局", "zhengshu")]
    [InlineData(" 旗 公安局", "gongan")]
    [InlineData("gongan", "gongan")]
    public void A_unit_is_found_under_every_form_of_its_name(string words, string code) =>
        Assert.Equal(code, s_registry.Find(words)?.Code);

    [Theory]
    [InlineData("札萨克局")]
    [InlineData("人民政府")]
    [InlineData("旗")]
    [InlineData("")]
    [InlineData("公安")]
    [InlineData("市公安局")]
    public void A_name_that_is_nobodys_is_not_guessed(string words) => Assert.Null(s_registry.Find(words));

    [Fact]
    public void The_nearest_names_are_suggested_and_a_town_is_never_proposed_for_a_bureau()
    {
        Assert.Equal("zhasake", s_registry.Suggest("旗扎萨克镇人民政府")[0].Code);
        Assert.All(s_registry.Suggest("旗公安厅"), unit => Assert.NotEqual(UnitGroup.Town, unit.Group));
    }

    [Fact]
    public void A_name_of_two_units_is_refused()
    {
        var refusal = Assert.Throws<NoticeFormatException>(() =>
            UnitRegistry.Of([
                new("a", "城市管理局", "城管局", ["执法局"], UnitGroup.Department, 1),
                new("b", "综合行政执法局", "综执局", ["执法局"], UnitGroup.Department, 2),
            ])
        );

        Assert.Contains("执法局", refusal.Message, StringComparison.Ordinal);
    }
}
