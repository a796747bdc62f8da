using Analytics.Charts;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Tests.Golden;
using Analytics.Tests.Warehouse;

namespace Analytics.Tests.Metrics;

public sealed class TrendTests(ShippedDataTests.Shipped shipped) : IClassFixture<ShippedDataTests.Shipped>
{
    [Fact]
    public void The_metrics_offered_are_those_that_SQL_knows()
    {
        var known = shipped.Snapshot.Query(
            "from trend_metrics",
            row => new TrendMetric(
                row.Text("metric"),
                row.Text("metric_name"),
                row.Text("change_unit"),
                row["is_higher_better"] as bool?,
                row.Flag("is_for_banner"),
                row.Text("kind")
            )
        );

        Assert.Equal(
            known.OrderBy(metric => metric.Name, StringComparer.Ordinal),
            Trend.Metrics.OrderBy(metric => metric.Name, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_metric_has_points_or_none_for_the_banner_and_for_a_unit()
    {
        Assert.All(
            Trend.Metrics,
            metric =>
            {
                foreach (var unit in new[] { Trend.WholeBanner, "gonganju" })
                {
                    var points = Trend.Of(shipped.Snapshot, metric.Name, unit);
                    Assert.Equal(points.Count, points.DistinctBy(point => point.Quarter).Count());
                    Assert.All(points, point => Assert.Equal(metric.ChangeUnit, point.ChangeUnit));
                }
            }
        );
    }

    // By hand from the notice: 47 accounts, all checked, said twice; 3 vetoes; 28 of 52 adopted; 275 pushed.
    [Theory]
    [InlineData("newmedia_account_count", 47)]
    [InlineData("newmedia_inspected_count", 47)]
    [InlineData("newmedia_veto_count", 3)]
    [InlineData("website_veto_count", 0)]
    [InlineData("submitted_count", 52)]
    [InlineData("adopted_count", 28)]
    [InlineData("pushed_count", 275)]
    [InlineData("newmedia_finding_count", 199)]
    public void The_notice_gives_the_banner_its_value(string metric, int value)
    {
        var quarter = new Quarter(2024, 4);

        var point = Trend.Of(shipped.Snapshot, metric, Trend.WholeBanner, quarter, quarter).Single();

        Assert.Equal((value, null, null), (point.Value, point.Change, point.ChangePercent));
    }

    [Fact]
    public void The_rate_of_adoption_keeps_its_parts()
    {
        var point = Trend.Of(shipped.Snapshot, "adoption_rate", from: new Quarter(2024, 4)).Single();

        Assert.Equal((0.538462m, 28, 52, null), (point.Value, point.Numerator, point.Denominator, point.CenterLine));
    }

    [Fact]
    public void A_chart_of_a_merged_unit_draws_its_own_series_and_does_not_join_it_across_the_merger()
    {
        const string Successions = """
            old,new,kind,date,source
            renshe,gongan,merge,2024-07-01,测试
            """;
        using var warehouse = new TestWarehouse(successions: Successions);
        warehouse.Load(
            "findings",
            [
                .. Enumerable.Range(1, 4).Select(q => TestWarehouse.Finding("公安局", q, period: $"2024Q{q}")),
                TestWarehouse.Finding("人社局", 3, period: "2024Q2"),
            ]
        );
        using var snapshot = warehouse.Open();

        var points = Trend.Of(snapshot, "newmedia_finding_count", "gongan");
        var picture = new TrendPicture([.. points.Where(point => point.IsOwn)], new("问题", "公安局"));

        Assert.Equal(["gongan", "gongan", "renshe", "gongan", "gongan"], points.Select(point => point.Chain));
        Assert.Equal(
            [
                [0, 1],
                [2, 3],
            ],
            picture.Lines
        );
        Assert.Contains("2024年第三季度起单位已更名、合并或拆分。", picture.Notes);
    }

    [Fact]
    public void A_successor_without_quarters_of_its_own_shows_its_forerunner()
    {
        using var warehouse = new TestWarehouse(
            successions: "old,new,kind,date,source\nrenshe,gongan,rename,2025-01-01,测试\n"
        );
        warehouse.Load("findings", TestWarehouse.Finding("人社局", 3));
        using var snapshot = warehouse.Open();

        var point = Trend.Of(snapshot, "newmedia_finding_count", "gongan").Single();

        Assert.Equal(("renshe", "gongan", 3m, false), (point.SourceUnit, point.Chain, point.Value, point.IsBreak));
    }
}
