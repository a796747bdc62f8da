using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Tests.Warehouse;

/// <summary>A notice and a detail table of the same findings are never added (decision 7).</summary>
public sealed class DetailTests
{
    private static readonly Quarter s_quarter = new(2024, 4);

    [Fact]
    public void Detail_rows_win_and_the_notice_stands_beside_them_as_stated()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load(
            [Sheets.Notice("1号", TestWarehouse.Finding("公安局", 5), TestWarehouse.Finding("札镇", 3))],
            "测试"
        );

        Load(warehouse, TestWarehouse.Finding("公安局", 4), TestWarehouse.Finding("札镇", 3));

        using var snapshot = warehouse.Open();
        FindingSums.AreThoseOf(snapshot);
        Assert.Equal([("gongan", 4L), ("zhasake", 3L)], Findings(snapshot));
        Assert.Equal(
            [("gongan", 5m, true), ("zhasake", 3m, true)],
            snapshot.Query(
                "select unit, stated_count, is_superseded from stated_totals order by unit",
                row => (row.GetString(0), row.GetDecimal(1), row.GetBoolean(2))
            )
        );
    }

    [Fact]
    public void Where_they_differ_a_discrepancy_says_so()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load(
            [Sheets.Notice("1号", TestWarehouse.Finding("公安局", 5), TestWarehouse.Finding("札镇", 3))],
            "测试"
        );

        Load(
            warehouse,
            TestWarehouse.Finding("公安局", 4),
            TestWarehouse.Finding("札镇", 3),
            TestWarehouse.Finding("红庆河镇", 2)
        );

        using var snapshot = warehouse.Open();
        FindingSums.AreThoseOf(snapshot);
        Assert.Equal(
            [
                ("ALL", 8L, 9L, true),
                ("gongan", 5L, 4L, true),
                ("hongqinghe", null, 2L, true),
                ("zhasake", 3L, 3L, false),
            ],
            DetailDifferences
                .All(snapshot, s_quarter)
                .Select(row => (row.Unit, row.StatedCount, row.DetailCount, row.IsDifferent))
                .OrderBy(row => row.Unit, StringComparer.Ordinal)
        );
        var found = Discrepancies.All(snapshot, s_quarter);
        Assert.All(found, row => Assert.Equal((DiscrepancyCode.DetailDiffers, "doubtful"), (row.Code, row.Severity)));
        Assert.Equal(
            [(5m, 4m), (8m, 9m), (null, 2m)],
            found.Select(row => (row.Stated, row.Computed)).OrderBy(row => row.Computed is 2m).ThenBy(row => row.Stated)
        );
        Assert.Contains(found, row => row.Message.StartsWith("公安局：通报为 5，明细表为 4", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_of_one_level_leaves_the_other_levels_of_the_notice()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load(
            [
                Sheets.Notice(
                    "1号",
                    TestWarehouse.Finding("公安局", 5, level: "旗"),
                    TestWarehouse.Finding("公安局", 2, level: "市"),
                    TestWarehouse.Finding("公安局", 7, Channel.Website, level: "旗")
                ),
            ],
            "测试"
        );

        Load(warehouse, TestWarehouse.Finding("公安局", 4, level: "旗"));

        using var snapshot = warehouse.Open();
        FindingSums.AreThoseOf(snapshot);
        Assert.Equal([2L, 4L, 7L], Findings(snapshot).Select(row => row.Item2).Order());
    }

    [Fact]
    public void A_table_without_levels_speaks_for_all_levels_of_its_channel()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load(
            [
                Sheets.Notice(
                    "1号",
                    TestWarehouse.Finding("公安局", 5, level: "旗"),
                    TestWarehouse.Finding("公安局", 2, level: "市")
                ),
            ],
            "测试"
        );

        Load(warehouse, TestWarehouse.Finding("公安局", 7, level: null));

        using var snapshot = warehouse.Open();
        FindingSums.AreThoseOf(snapshot);
        Assert.Equal([("gongan", 7L)], Findings(snapshot));
        Assert.All(
            DetailDifferences.All(snapshot, s_quarter),
            row => Assert.Equal((7L, 7L, false), (row.StatedCount, row.DetailCount, row.IsDifferent))
        );
    }

    [Theory]
    [InlineData("旗", new[] { 4L })]
    [InlineData("市", new[] { 4L, 5L })]
    public void A_notice_that_does_not_say_who_found_it_found_it_itself(string level, long[] counts)
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load([Sheets.Notice("1号", TestWarehouse.Finding("公安局", 5, level: null))], "测试");

        Load(warehouse, TestWarehouse.Finding("公安局", 4, level: level));

        using var snapshot = warehouse.Open();
        Assert.Equal(counts, Findings(snapshot).Select(row => row.Item2).Order());
    }

    [Fact]
    public void Findings_without_a_unit_are_kept_until_a_table_lists_them()
    {
        using var warehouse = new TestWarehouse();
        var nobodys = TestWarehouse.Of(Measure.Issues, Channel.Website, 21);
        warehouse.Live.Load([Sheets.Notice("1号", nobodys, TestWarehouse.Finding("公安局", 5))], "测试");
        Load(warehouse, TestWarehouse.Finding("公安局", 5));

        using (var before = warehouse.Open())
        {
            Assert.Equal([("NONE", 21L), ("gongan", 5L)], Findings(before));
        }

        warehouse.Live.Load(
            [
                Sheets.File(
                    "网站清单.xlsx",
                    Sheets.Of(
                        TableKind.Findings,
                        TestWarehouse.Finding("札镇", 20, Channel.Website),
                        TestWarehouse.Of(Measure.Issues, Channel.Website, 1)
                    )
                ),
            ],
            "测试"
        );

        using var snapshot = warehouse.Open();
        Assert.Equal([("NONE", 1L), ("gongan", 5L), ("zhasake", 20L)], Findings(snapshot));
        Assert.Equal(
            [("ALL", 21L, 21L)],
            DetailDifferences
                .All(snapshot, s_quarter)
                .Where(row => row.Channel == Channel.Website)
                .Select(row => (row.Unit, row.StatedCount!.Value, row.DetailCount))
        );
    }

    [Fact]
    public void Submissions_by_unit_are_not_added_to_the_totals_of_the_notice()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load(
            [
                Sheets.Notice(
                    "1号",
                    TestWarehouse.Of(Measure.Submitted, Channel.Submission, 52, target: "市网站"),
                    TestWarehouse.Of(Measure.Adopted, Channel.Submission, 28, target: "市网站")
                ),
            ],
            "测试"
        );

        warehouse.Live.Load(
            [
                Sheets.File(
                    "报送.xlsx",
                    Sheets.Of(
                        TableKind.Submissions,
                        TestWarehouse.Of(Measure.Submitted, Channel.Submission, 30, "公安局", "市网站"),
                        TestWarehouse.Of(Measure.Adopted, Channel.Submission, 18, "公安局", "市网站"),
                        TestWarehouse.Of(Measure.Submitted, Channel.Submission, 22, "札镇", "市网站"),
                        TestWarehouse.Of(Measure.Adopted, Channel.Submission, 9, "札镇", "市网站")
                    )
                ),
            ],
            "测试"
        );

        using var snapshot = warehouse.Open();
        var rate = Assert.Single(Adoption.Of(snapshot, s_quarter));
        // 18 + 9 = 27 of 30 + 22 = 52: 0.519231 (27 ÷ 52 = 0.51923076…).
        Assert.Equal((52L, 27L, 0.519231m), (rate.SubmittedCount, rate.AdoptedCount, rate.AdoptionRate));
        Assert.Equal(27m, Trend.Of(snapshot, "adopted_count", Trend.WholeBanner).Single().Value);
        var difference = Assert.Single(DetailDifferences.All(snapshot, s_quarter), row => row.IsDifferent);
        Assert.Equal(
            (Measure.Adopted, "ALL", 28L, 27L),
            (difference.Measure, difference.Unit, difference.StatedCount, difference.DetailCount)
        );
    }

    [Fact]
    public void The_day_of_a_finding_is_kept()
    {
        using var warehouse = new TestWarehouse();
        Load(warehouse, TestWarehouse.Finding("公安局", 1) with { FoundOn = new DateOnly(2024, 12, 5) });

        using var snapshot = warehouse.Open();
        Assert.Equal(
            ["2024-12-05"],
            snapshot.Query("select cast(found_on as varchar) from findings", row => row.GetString(0))
        );
    }

    private static void Load(TestWarehouse warehouse, params Fact[] facts) =>
        warehouse.Live.Load([Sheets.File("清单.xlsx", Sheets.Of(TableKind.Findings, facts))], "测试");

    private static List<(string, long)> Findings(Snapshot snapshot) =>
        [
            .. snapshot.Query(
                "select unit, finding_count from findings order by unit, channel, level, finding_count",
                row => (row.GetString(0), row.GetInt64(1))
            ),
        ];
}
