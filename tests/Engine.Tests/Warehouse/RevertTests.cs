using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Tests.Warehouse;

/// <summary>After a revert every published relation is, row for row, what it was before the load.</summary>
public sealed class RevertTests
{
    [Fact]
    public void A_first_load_is_undone()
    {
        using var warehouse = new TestWarehouse();
        AssertUndone(warehouse, TestWarehouse.Table("a.csv", false, TestWarehouse.Finding("公安局", 1)));
    }

    [Fact]
    public void A_replacement_is_undone_and_the_first_copy_stands_again()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1), TestWarehouse.Finding("红庆河镇", 5));

        var report = AssertUndone(
            warehouse,
            TestWarehouse.Table("a.csv", false, TestWarehouse.Finding("公安局", 9), TestWarehouse.Finding("札镇", 2))
        );

        Assert.Equal(["a.csv"], report.Ended);
        Assert.Equal(["a.csv"], report.Restored);
        Assert.Equal(["2024Q4"], report.Quarters);
    }

    [Fact]
    public void A_load_that_ended_sample_data_is_undone_and_the_sample_is_back()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load([TestWarehouse.Table("demo.csv", true, TestWarehouse.Finding("公安局", 9))], "测试");

        AssertUndone(warehouse, TestWarehouse.Table("real.csv", false, TestWarehouse.Finding("公安局", 1)));

        using var snapshot = warehouse.Open();
        Assert.True(Assert.Single(Quarters.All(snapshot)).IsSample);
    }

    [Fact]
    public void A_table_with_accounts_requests_and_an_alias_is_undone()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Write("data/reference/calendar/2024.csv", RequestTests.Calendar2024);
        warehouse.Live.RefreshReference();
        warehouse.Live.DecideAlias("老公安局", "gongan", "张三");

        AssertUndone(
            warehouse,
            Sheets.File(
                "表.xlsx",
                Sheets.OfAccounts(new AccountRow("平安旗", "抖音", "老公安局", "账号!第2行")),
                Sheets.Of(
                    TableKind.Findings,
                    TestWarehouse.Finding("老公安局", 1),
                    TestWarehouse.Finding("公安局", 2) with
                    {
                        Unit = null,
                        Account = "平安旗",
                        Platform = "抖音",
                    }
                ),
                Sheets.OfRequests(
                    new RequestRow(
                        "1号",
                        "公安局",
                        new(2024, 9, 27),
                        new(2024, 10, 29),
                        0,
                        "予以公开",
                        null,
                        "台账!第2行"
                    )
                )
            )
        );
    }

    [Fact]
    public void A_detail_table_is_undone_and_the_notice_counts_again()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load([Sheets.Notice("1号", TestWarehouse.Finding("公安局", 5))], "测试");

        AssertUndone(
            warehouse,
            Sheets.File("清单.xlsx", Sheets.Of(TableKind.Findings, TestWarehouse.Finding("公安局", 4)))
        );
    }

    [Fact]
    public void A_batch_in_the_middle_of_a_chain_is_undone_as_if_it_had_never_been()
    {
        using var without = new TestWarehouse();
        without.Load("a.csv", TestWarehouse.Finding("公安局", 1));
        without.Load("b.csv", TestWarehouse.Finding("札镇", 7));
        without.Load("a.csv", TestWarehouse.Finding("公安局", 3));
        using var with = new TestWarehouse();
        with.Load("a.csv", TestWarehouse.Finding("公安局", 1));
        var middle = with.Load("a.csv", TestWarehouse.Finding("公安局", 2), TestWarehouse.Finding("红庆河镇", 2));
        with.Load("b.csv", TestWarehouse.Finding("札镇", 7));
        var last = with.Load("a.csv", TestWarehouse.Finding("公安局", 3));

        with.Live.Revert(middle.BatchId!.Value, "李四");

        Assert.Equal(Findings(without), Findings(with));
        with.Live.Revert(last.BatchId!.Value, "李四");
        Assert.Equal([("gongan", 1L), ("zhasake", 7L)], Findings(with));
    }

    [Fact]
    public void Sample_data_stays_away_while_other_real_data_of_its_quarter_is_left()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load([TestWarehouse.Table("demo.csv", true, TestWarehouse.Finding("公安局", 9))], "测试");
        var first = warehouse.Load("real-1.csv", TestWarehouse.Finding("公安局", 1));
        var second = warehouse.Load("real-2.csv", TestWarehouse.Finding("札镇", 2));

        warehouse.Live.Revert(first.BatchId!.Value, "李四");
        Assert.Equal([("zhasake", 2L)], Findings(warehouse));

        warehouse.Live.Revert(second.BatchId!.Value, "李四");
        Assert.Equal([("gongan", 9L)], Findings(warehouse));
    }

    [Fact]
    public void A_revert_is_a_batch_of_its_own_and_says_what_it_undid()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1));

        var report = warehouse.Live.Revert(1, "李四");

        Assert.Equal((2L, 1L), (report.BatchId, report.Reverts));
        using var snapshot = warehouse.Open();
        var batches = Batches.All(snapshot);
        Assert.Equal(("revert", 1L, "李四"), (batches[0].Kind, batches[0].Reverts, batches[0].LoadedBy));
        Assert.Equal((2L, 2L), (batches[1].RevertedBy, batches[1].EndedBy));
    }

    [Fact]
    public void Undoing_twice_or_undoing_a_revert_is_refused_with_the_cure()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1));
        warehouse.Live.Revert(1, "李四");

        var twice = Assert.Throws<NoticeFormatException>(() => warehouse.Live.Revert(1, "李四"));
        var back = Assert.Throws<NoticeFormatException>(() => warehouse.Live.Revert(2, "李四"));
        var unknown = Assert.Throws<NoticeFormatException>(() => warehouse.Live.Revert(9, "李四"));

        Assert.Contains("已由第 2 批撤销", twice.Message, StringComparison.Ordinal);
        Assert.Contains("重新加载第 1 批的文件", back.Message, StringComparison.Ordinal);
        Assert.Contains("没有第 9 批", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_undone_can_be_loaded_again()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1));
        warehouse.Live.Revert(1, "李四");

        var again = warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1));

        Assert.Equal(LoadedFile.Loaded, Assert.Single(again.Files).Status);
        Assert.Equal([("gongan", 1L)], Findings(warehouse));
    }

    [Fact]
    public void What_rests_on_a_batch_is_listed()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.DecideAlias("老公安局", "gongan", "张三");
        warehouse.Live.Load(
            [
                Sheets.File(
                    "账号.xlsx",
                    Sheets.OfAccounts(new AccountRow("平安旗", "抖音", "老公安局", "账号!第2行")),
                    Sheets.Of(TableKind.Findings, TestWarehouse.Finding("公安局", 1))
                ),
            ],
            "测试"
        );
        warehouse.Live.PublishQuarter(new Quarter(2024, 4), null, "张三");
        warehouse.Live.Load(
            [
                Sheets.File(
                    "清单.xlsx",
                    Sheets.Of(
                        TableKind.Findings,
                        TestWarehouse.Finding("公安局", 2) with
                        {
                            Unit = null,
                            Account = "平安旗",
                            Platform = "抖音",
                        }
                    )
                ),
            ],
            "测试"
        );

        Assert.Equal(
            [
                new Dependent("account", 2, "清单.xlsx"),
                new Dependent("alias", 1, "老公安局"),
                new Dependent("publication", 1, "2024Q4"),
            ],
            warehouse.Live.Dependents(1)
        );
        Assert.Empty(warehouse.Live.Dependents(2));
    }

    private static RevertReport AssertUndone(TestWarehouse warehouse, LoadFile file)
    {
        var before = PublishedState.Of(warehouse);
        var batch = warehouse.Live.Load([file], "测试").BatchId!.Value;
        Assert.NotEqual(before, PublishedState.Of(warehouse));

        var report = warehouse.Live.Revert(batch, "李四");

        var after = PublishedState.Of(warehouse);
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, relation => Assert.Equal(relation.Value, after[relation.Key]));
        return report;
    }

    private static List<(string, long)> Findings(TestWarehouse warehouse)
    {
        using var snapshot = warehouse.Open();
        return
        [
            .. snapshot.Query(
                "select unit, finding_count from findings order by unit, finding_id",
                row => (row.GetString(0), row.GetInt64(1))
            ),
        ];
    }
}
