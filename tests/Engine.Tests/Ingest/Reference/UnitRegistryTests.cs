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
    [InlineData("县公安局", "gongan")]
    [InlineData("区公安局", "gongan")]
    [InlineData("我旗公安局", "gongan")]
    [InlineData("鄂尔多斯市伊金霍洛旗公安局", "gongan")]
    [InlineData("人力资源及社会保障局", "renshe")]
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

    // 老局 was 公安局 until 15 May 2024 and 人社局 from the day after; 水务局 became 水利局 on 1 March 2024; 乡村局 was merged into 农牧局 on
    // that day; 环保局 was split into 生态局 and 环卫局.
    private static readonly UnitRegistry s_dated = UnitRegistry.Of(
        [
            new("gongan", "公安局", "公安局", [], UnitGroup.Department, 1),
            new("renshe", "人社局", "人社局", [], UnitGroup.Department, 2),
            new("shuiwu", "水务局", "水务局", [], UnitGroup.Department, 3),
            new("shuili", "水利局", "水利局", [], UnitGroup.Department, 4),
            new("xiangcun", "乡村局", "乡村局", [], UnitGroup.Department, 5),
            new("nongmu", "农牧局", "农牧局", [], UnitGroup.Department, 6),
            new("huanbao", "环保局", "环保局", [], UnitGroup.Department, 7),
            new("shengtai", "生态局", "生态局", [], UnitGroup.Department, 8),
            new("huanwei", "环卫局", "环卫局", [], UnitGroup.Department, 9),
        ],
        [
            new("老局", "gongan", null, new DateOnly(2024, 5, 15), "测试"),
            new("老局", "renshe", new DateOnly(2024, 5, 16), null, "测试"),
            new("农牧局", "xiangcun", null, new DateOnly(2019, 12, 31), "测试"),
        ],
        [
            new("shuiwu", "shuili", SuccessionKind.Rename, new DateOnly(2024, 3, 1), "测试"),
            new("xiangcun", "nongmu", SuccessionKind.Merge, new DateOnly(2024, 3, 1), "测试"),
            new("huanbao", "shengtai", SuccessionKind.Split, new DateOnly(2024, 3, 1), "测试"),
            new("huanbao", "huanwei", SuccessionKind.Split, new DateOnly(2024, 3, 1), "测试"),
        ]
    );

    [Theory]
    [InlineData("老局", "2024Q1", "gongan")]
    [InlineData("旗老局", "2024Q2", "renshe")]
    [InlineData("老局", "2024Q3", "renshe")]
    [InlineData("农牧局", "2019Q4", "xiangcun")]
    [InlineData("农牧局", "2020Q1", "nongmu")]
    [InlineData("水务局", "2023Q4", "shuiwu")]
    [InlineData("水务局", "2024Q1", "shuili")]
    [InlineData("水利局", "2023Q4", "shuili")]
    [InlineData("水利局", "2024Q1", "shuili")]
    [InlineData("乡村局", "2024Q1", "xiangcun")]
    [InlineData("乡村局", "2024Q2", "nongmu")]
    [InlineData("环保局", "2024Q1", "huanbao")]
    [InlineData("环保局", "2024Q2", null)]
    [InlineData("生态局", "2024Q2", "shengtai")]
    [InlineData("shuiwu", "2024Q4", "shuiwu")]
    public void A_name_means_the_unit_that_bore_it_in_the_quarter(string words, string quarter, string? code) =>
        Assert.Equal(code, s_dated.Find(words, Quarter.Parse(quarter))?.Code);

    [Fact]
    public void For_a_unit_that_was_split_its_successors_are_suggested() =>
        Assert.Equal(["shengtai", "huanwei"], s_dated.Suggest("环保局").Select(unit => unit.Code));

    [Theory]
    [InlineData("老局", "renshe", "2024-05-15", "", "同一时期")]
    [InlineData("公安局", "renshe", "", "", "valid_to")]
    [InlineData("新局", "nobody", "", "", "nobody")]
    [InlineData("新局", "renshe", "2024-05-15", "2024-05-14", "晚于")]
    public void A_dated_name_of_two_units_at_one_time_is_refused(
        string alias,
        string unit,
        string from,
        string to,
        string reason
    )
    {
        var refusal = Assert.Throws<NoticeFormatException>(() =>
            UnitRegistry.Of(
                s_dated.Units,
                [
                    new("老局", "gongan", null, new DateOnly(2024, 5, 15), "测试"),
                    new(alias, unit, DayOf(from), DayOf(to), "测试"),
                ],
                []
            )
        );

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("某镇", "zhasake", true)]
    [InlineData("某镇人民政府", "gongan", false)]
    [InlineData("某苏木", "gongan", false)]
    [InlineData("某街道办事处", "renshe", false)]
    [InlineData("某某局", "zhasake", false)]
    [InlineData("某某中心", "zhasake", false)]
    [InlineData("某某局", "gongan", true)]
    [InlineData("平安旗", "zhasake", true)]
    public void A_town_is_never_an_office(string words, string code, bool isOfKind) =>
        Assert.Equal(isOfKind, UnitRegistry.IsOfKind(words, s_registry.Units.Single(unit => unit.Code == code)));

    private static DateOnly? DayOf(string text) => text.Length == 0 ? null : DateOnly.Parse(text, null);
}
