using System.Text;
using Analytics.Charts;
using Analytics.Dashboard.Output;
using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Tests.Output;

public sealed class ChartTablesTests
{
    [Fact]
    public void A_name_that_begins_like_a_formula_is_harmless_in_rows_and_heads()
    {
        var quarter = new Quarter(2024, 4);
        var chart = HeatmapChart.Of(
            [
                new FindingCount(quarter, "a", "=1+1", "W-TYPO", "@SUM(1,2)", 1, 3, false),
                new FindingCount(quarter, "b", "-2", "W-TYPO", "@SUM(1,2)", 1, 2, false),
            ],
            new ChartText { Source = "通报" }
        );

        var lines = Encoding.UTF8.GetString(ChartTables.Csv(chart)).TrimStart('\uFEFF').Split('\n');

        Assert.Equal(["单位,\"'@SUM(1,2)\",合计", "'=1+1,3,3", "'-2,2,2", ""], lines);
    }
}
