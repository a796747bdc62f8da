using Analytics.Charts;
using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Tests.Charts;

public sealed class GridPictureTests
{
    private static readonly Quarter s_third = new(2024, 3);
    private static readonly Quarter s_fourth = new(2024, 4);

    [Fact]
    public void A_heatmap_has_the_unit_with_most_findings_on_top_and_no_cell_where_nothing_was_said()
    {
        var picture = HeatmapChart.Picture([
            Count(s_fourth, "zhasake", "W-TYPO", 1, 2),
            Count(s_fourth, "zhasake", IssueCategory.None, 1000, 82),
            Count(s_fourth, "renshe", "W-LINK", 2, 90),
        ]);

        Assert.Equal(["renshe", "zhasake"], picture.Rows);
        Assert.Equal(["W-TYPO", "W-LINK", "NONE"], picture.Columns);
        Assert.Equal(
            [(0, 1, 90L), (1, 0, 2L), (1, 2, 82L)],
            picture.Cells.Select(cell => (cell.Row, cell.Column, cell.Count)).Order()
        );
        Assert.Equal("84", picture.TotalOf(1));
        Assert.Equal("2024年第四季度点名到单位的问题共174条，最多的一格是renshe的“W-LINK”（90条）", picture.Headline);
    }

    [Fact]
    public void A_heatmap_names_no_cell_as_the_largest_where_two_are() =>
        Assert.Contains(
            "单格最多3条",
            HeatmapChart.Picture([Count(s_fourth, "a", "W-TYPO", 1, 3), Count(s_fourth, "b", "W-TYPO", 1, 3)]).Headline,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_heatmap_of_two_quarters_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            HeatmapChart.Picture([Count(s_third, "a", "W-TYPO", 1, 3), Count(s_fourth, "a", "W-TYPO", 1, 3)])
        );

    [Fact]
    public void Categories_stand_in_the_order_of_the_taxonomy_and_quarters_in_that_of_time()
    {
        var picture = CategoriesChart.Picture(
            [
                Count(new Quarter(2024, 2), Trend.WholeBanner, "W-LINK", 2, 5, isSample: true),
                Count(s_fourth, Trend.WholeBanner, "W-LINK", 2, 7),
                Count(s_fourth, Trend.WholeBanner, "W-TYPO", 1, 1),
                Count(s_fourth, Trend.WholeBanner, IssueCategory.None, 1000, 199),
            ],
            "全旗"
        );

        Assert.Equal(["W-TYPO", "W-LINK"], picture.Rows);
        // The third quarter has no data and keeps its place.
        Assert.Equal(["2024Q2", "2024Q3", "2024Q4"], picture.Columns);
        Assert.Equal(
            [(0, 2, 1L), (1, 0, 5L), (1, 2, 7L)],
            picture.Cells.Select(cell => (cell.Row, cell.Column, cell.Count)).Order()
        );
        Assert.Equal(
            "2024年第四季度全旗发现问题207条，写明类别的以“W-LINK”最多（7条），199条没有写明类别",
            picture.Headline
        );
        Assert.Contains("没有写明类别的不在图中：2024Q4有199条。", picture.Notes);
        Assert.Equal("含示例数据", picture.SampleMark);
    }

    [Fact]
    public void Only_the_twelve_largest_categories_are_drawn_and_the_others_are_spoken_of()
    {
        var picture = CategoriesChart.Picture(
            [
                .. Enumerable
                    .Range(1, 14)
                    .Select(number => Count(s_fourth, Trend.WholeBanner, $"C{number}", number, 100 - number)),
            ],
            "全旗"
        );

        Assert.Equal(Enumerable.Range(1, 12).Select(number => $"C{number}"), picture.Rows);
        Assert.Contains("只画最多的12类，其余2类见问题条目。", picture.Notes);
    }

    private static FindingCount Count(
        Quarter quarter,
        string unit,
        string category,
        int order,
        long count,
        bool isSample = false
    ) => new(quarter, unit, unit, category, category, order, count, isSample);
}
