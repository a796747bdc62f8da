using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Tests.Warehouse;

namespace Analytics.Tests.Metrics;

public sealed class FindingCountsTests : IDisposable
{
    private static readonly Quarter s_last = new(2024, 4);

    private readonly TestWarehouse _warehouse = new();

    [Fact]
    public void Findings_of_a_unit_and_category_are_added_up_in_the_official_order()
    {
        Load();
        using var snapshot = _warehouse.Open();

        var counts = FindingCounts.ByUnit(snapshot, s_last);

        // By hand from Load: two lines of 札萨克镇's typos, one of its links, one of the 公安局 without a category.
        Assert.Equal(
            [
                ("zhasake", "W-TYPO", "网站：错别字与不规范表述", 5),
                ("zhasake", "W-LINK", "网站：错链与外链", 1),
                ("gongan", "NONE", "未注明类别", 4),
            ],
            counts.Select(count => (count.Unit, count.Category, count.CategoryName, count.Count))
        );
        Assert.Equal(["gongan"], FindingCounts.ByUnit(snapshot, s_last, Channel.NewMedia).Select(count => count.Unit));
    }

    [Fact]
    public void Of_the_whole_banner_or_one_unit_quarters_follow_each_other_and_the_last_can_be_said()
    {
        Load();
        using var snapshot = _warehouse.Open();

        Assert.Equal(
            [("W-TYPO", "2024Q3", 7), ("W-TYPO", "2024Q4", 5), ("W-LINK", "2024Q4", 1), ("NONE", "2024Q4", 4)],
            FindingCounts
                .ByQuarter(snapshot)
                .Select(count => (count.Category, count.Quarter.ToString(), (int)count.Count))
        );
        Assert.Equal(
            [("W-TYPO", 7)],
            FindingCounts
                .ByQuarter(snapshot, "zhasake", to: s_last.Previous)
                .Select(count => (count.Category, (int)count.Count))
        );
        Assert.Empty(FindingCounts.ByQuarter(snapshot, "zhasake", Channel.NewMedia));
    }

    [Fact]
    public void Ranks_of_all_quarters_follow_the_scores_and_stop_where_they_are_told_to()
    {
        Load();
        using var snapshot = _warehouse.Open();

        var ranks = Ranking.History(snapshot);

        // 红庆河镇 has a finding in neither quarter, so it is not checked and has no rank.
        Assert.Equal(
            [("2024Q3", "zhasake", 1), ("2024Q4", "gongan", 1), ("2024Q4", "zhasake", 1)],
            ranks.Select(rank => (rank.Quarter.ToString(), rank.Unit, rank.Rank))
        );
        Assert.Equal(["部门", "镇"], ranks.Where(rank => rank.Quarter == s_last).Select(rank => rank.GroupTitle));
        Assert.Equal(["zhasake"], Ranking.History(snapshot, s_last.Previous).Select(rank => rank.Unit));
    }

    [Theory]
    [InlineData("人力社保", "renshe")]
    [InlineData("zsk", "zhasake")]
    [InlineData("ZSK", "zhasake")]
    [InlineData("hqhz", "hongqinghe")]
    [InlineData("园林", "yuanlin")]
    public void A_unit_is_found_by_its_names_and_by_first_letters(string asked, string code)
    {
        using var snapshot = _warehouse.Open();

        Assert.Equal([code], Units.Search(snapshot, asked).Select(unit => unit.Code));
    }

    public void Dispose() => _warehouse.Dispose();

    private void Load()
    {
        _warehouse.Load("三季度.csv", TestWarehouse.Finding("zhasake", 7, Channel.Website, "W-TYPO", period: "2024Q3"));
        _warehouse.Load(
            "四季度.csv",
            TestWarehouse.Finding("zhasake", 2, Channel.Website, "W-TYPO") with
            {
                Location = "第2行",
            },
            TestWarehouse.Finding("zhasake", 3, Channel.Website, "W-TYPO") with
            {
                Location = "第3行",
            },
            TestWarehouse.Finding("zhasake", 1, Channel.Website, "W-LINK") with
            {
                Location = "第4行",
            },
            TestWarehouse.Finding("gongan", 4)
        );
    }
}
