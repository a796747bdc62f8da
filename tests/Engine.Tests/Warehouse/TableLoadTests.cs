using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Tests.Warehouse;

public sealed class TableLoadTests
{
    private static readonly RowError s_error = new(
        "问题清单",
        9,
        "数量",
        "三",
        "不是数字。",
        "请填写阿拉伯数字。",
        ["公安局", "三"]
    );

    [Fact]
    public void Unknown_units_of_all_files_are_gathered_with_places_and_suggestions()
    {
        using var warehouse = new TestWarehouse();
        var first = Sheets.File(
            "一.xlsx",
            Sheets.Of(
                TableKind.Findings,
                TestWarehouse.Finding("札萨可镇", 1),
                TestWarehouse.Finding("札萨可镇", 2),
                TestWarehouse.Finding("公安局", 3)
            )
        );
        var second = Sheets.File("二.xlsx", Sheets.Of(TableKind.Counts, TestWarehouse.Finding("人资局", 1)));

        var report = warehouse.Live.Preview([first, second], "测试");

        Assert.True(report.IsRefused);
        Assert.Equal(["札萨可镇", "人资局"], report.Problems.Select(problem => problem.Value));
        Assert.Equal(["问题清单!第2行", "问题清单!第3行"], report.Problems[0].Locations);
        Assert.Equal(new SuggestedUnit("zhasake", "札萨克镇"), report.Problems[0].Suggestions[0]);
        Assert.Equal([2, 1], report.Files.Select(file => file.RefusedCount));
        Assert.True(warehouse.Live.IsEmpty);
    }

    [Fact]
    public void A_table_with_row_errors_is_refused_whole_unless_its_good_rows_are_accepted()
    {
        using var warehouse = new TestWarehouse();
        var sheet = Sheets.Of(
            TableKind.Findings,
            TestWarehouse.Finding("公安局", 3),
            TestWarehouse.Finding("无名局", 1)
        );
        var file = Sheets.File("一.xlsx", sheet with { Errors = [s_error], RowCount = 3 });

        var refusal = Assert.Throws<NoticeFormatException>(() => warehouse.Live.Load([file], "测试"));
        var report = warehouse.Live.Load([file], "测试", new LoadOptions { AcceptGoodRows = true });

        Assert.Contains(
            "问题清单!第9行的数量列：不是数字。请填写阿拉伯数字。",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("无名局", refusal.Message, StringComparison.Ordinal);
        var loaded = Assert.Single(report.Files);
        Assert.Equal(
            (LoadedFile.Loaded, 3, 2, 1),
            (loaded.Status, loaded.RowCount, loaded.RefusedCount, loaded.FactCount)
        );
        using var snapshot = warehouse.Open();
        var batch = Assert.Single(Batches.All(snapshot));
        Assert.Equal(
            (TableKind.Findings, 3L, 2L, 1L),
            (batch.Kind, batch.RowCount, batch.RefusedCount, batch.FactCount)
        );
        Assert.Equal([3L], snapshot.Query("select finding_count from findings", row => row.GetInt64(0)));
    }

    [Fact]
    public void The_same_table_says_something_new_once_its_refused_row_is_understood()
    {
        using var warehouse = new TestWarehouse();
        var file = Sheets.File(
            "一.xlsx",
            Sheets.Of(TableKind.Findings, TestWarehouse.Finding("公安局", 3), TestWarehouse.Finding("老公安局", 1))
        );
        warehouse.Live.Load([file], "测试", new LoadOptions { AcceptGoodRows = true });
        warehouse.Live.DecideAlias("老公安局", "gongan", "张三");

        var loaded = Assert.Single(warehouse.Live.Load([file], "测试").Files);

        Assert.Equal((LoadedFile.Replaced, 1L, 0L), (loaded.Status, loaded.Added, loaded.Removed));
        Assert.Equal(LoadedFile.Unchanged, Assert.Single(warehouse.Live.Load([file], "测试").Files).Status);
    }

    [Theory]
    [InlineData("清单(2).xlsx")]
    [InlineData("清单（更正）.xlsx")]
    [InlineData("清单 - 副本.xlsx")]
    [InlineData("清单-修改版.xlsx")]
    public void A_copy_bears_the_name_of_its_document(string name)
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load(
            [Sheets.File("清单.xlsx", Sheets.Of(TableKind.Findings, TestWarehouse.Finding("公安局", 3)))],
            "测试"
        );

        var report = warehouse.Live.Load(
            [Sheets.File(name, Sheets.Of(TableKind.Findings, TestWarehouse.Finding("公安局", 4)))],
            "测试"
        );

        var file = Assert.Single(report.Files);
        Assert.Equal((LoadedFile.Replaced, 1L, 0L, 0L), (file.Status, file.Changed, file.Added, file.Removed));
    }

    [Fact]
    public void A_like_table_under_another_name_is_pointed_out()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load(
            [Sheets.File("甲.xlsx", Sheets.Of(TableKind.Findings, TestWarehouse.Finding("公安局", 3)))],
            "测试"
        );

        var report = warehouse.Live.Load(
            [Sheets.File("乙.xlsx", Sheets.Of(TableKind.Findings, TestWarehouse.Finding("札镇", 4)))],
            "测试"
        );

        Assert.Equal(["甲.xlsx"], Assert.Single(report.Files).Similar);
    }

    [Fact]
    public void Two_versions_of_a_document_in_one_batch_are_refused()
    {
        using var warehouse = new TestWarehouse();

        var refusal = Assert.Throws<NoticeFormatException>(() =>
            warehouse.Live.Load(
                [
                    Sheets.File("a.xlsx", Sheets.Of(TableKind.Findings, TestWarehouse.Finding("公安局", 1))),
                    Sheets.File("a(2).xlsx", Sheets.Of(TableKind.Findings, TestWarehouse.Finding("公安局", 2))),
                ],
                "测试"
            )
        );

        Assert.Contains("a.xlsx、a(2).xlsx", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_are_equal_are_kept_apart_and_keep_their_ids()
    {
        using var warehouse = new TestWarehouse();
        var row = TestWarehouse.Finding("公安局", 1) with { Words = "错别字" };
        warehouse.Live.Load([Sheets.File("清单.xlsx", Sheets.Of(TableKind.Findings, row, row))], "测试");
        var before = Ids(warehouse);

        warehouse.Live.Load([Sheets.File("清单.xlsx", Sheets.Of(TableKind.Findings, row, row, row))], "测试");

        Assert.Equal(2, before.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, Ids(warehouse).Count);
        Assert.Subset(Ids(warehouse).ToHashSet(StringComparer.Ordinal), before.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void An_account_gives_a_finding_its_unit_in_the_same_batch_and_later()
    {
        using var warehouse = new TestWarehouse();
        var ofAccount = TestWarehouse.Finding("", 2) with { Unit = null, Account = "平安旗", Platform = "抖音" };
        warehouse.Live.Load(
            [
                Sheets.File("清单.xlsx", Sheets.Of(TableKind.Findings, ofAccount)),
                Sheets.File("账号.xlsx", Sheets.OfAccounts(new AccountRow("平安旗", "抖音", "旗公安局", "账号!第2行"))),
            ],
            "测试"
        );

        warehouse.Live.Load(
            [Sheets.File("清单二.xlsx", Sheets.Of(TableKind.Findings, ofAccount with { Platform = null, Count = 5 }))],
            "测试"
        );

        using var snapshot = warehouse.Open();
        Assert.Equal(
            [("gongan", 2L), ("gongan", 5L)],
            snapshot.Query(
                "select unit, finding_count from findings order by finding_count",
                row => (row.GetString(0), row.GetInt64(1))
            )
        );
        Assert.Equal(("平安旗", "抖音", "gongan", "账号.xlsx"), Only(Accounts.All(snapshot)));
    }

    [Fact]
    public void An_account_of_nobody_or_of_two_units_is_a_problem_with_suggestions()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load(
            [
                Sheets.File(
                    "账号.xlsx",
                    Sheets.OfAccounts(
                        new AccountRow("平安旗", "抖音", "公安局", "账号!第2行"),
                        new AccountRow("平安旗", "微博", "札镇", "账号!第3行")
                    )
                ),
            ],
            "测试"
        );
        var unsaid = TestWarehouse.Finding("", 2) with { Unit = null, Account = "平安旗" };

        var report = warehouse.Live.Preview(
            [Sheets.File("清单.xlsx", Sheets.Of(TableKind.Findings, unsaid, unsaid with { Platform = "微博" }))],
            "测试"
        );

        var problem = Assert.Single(report.Problems);
        Assert.Equal((LoadProblemKind.Account, "问题清单!第2行"), (problem.Kind, problem.Location));
        Assert.Equal(["gongan", "zhasake"], problem.Suggestions.Select(unit => unit.Code));
    }

    [Fact]
    public void A_mapping_that_a_person_decided_is_remembered_by_the_shape_and_goes_with_its_batch()
    {
        using var warehouse = new TestWarehouse();
        var sheet = Sheets.Of(TableKind.Findings, TestWarehouse.Finding("公安局", 1)) with
        {
            Columns = [new ColumnMapping(0, "责任单位", "unit", null, IsGuess: false)],
        };
        Assert.Null(warehouse.Live.MappingFor(sheet.Shape));
        warehouse.Live.Load([Sheets.File("清单.xlsx", sheet)], "测试");

        var remembered = TableMapping.Parse("记住的", warehouse.Live.MappingFor(sheet.Shape)!);
        Assert.Equal((sheet.Shape, "findings"), (remembered.Shape, remembered.Kind));
        Assert.Equal([new MappedColumn("责任单位", "unit")], remembered.Columns);
        warehouse.Live.Revert(1, "李四");
        Assert.Null(warehouse.Live.MappingFor(sheet.Shape));
        warehouse.Live.RememberMapping(sheet.Shape, "{}", "张三");
        Assert.Equal("{}", warehouse.Live.MappingFor(sheet.Shape));
    }

    [Fact]
    public void Discrepancies_of_a_table_are_listed_with_those_of_notices()
    {
        using var warehouse = new TestWarehouse();
        var sheet = Sheets.Of(TableKind.Findings, TestWarehouse.Finding("公安局", 1)) with
        {
            Discrepancies =
            [
                new Discrepancy(
                    DiscrepancyCode.SumMismatch,
                    Severity.Error,
                    2,
                    1,
                    "合计行为 2，各行相加为 1。",
                    [],
                    "问题清单!第9行",
                    "合计"
                ),
            ],
        };

        var report = warehouse.Live.Load([Sheets.File("清单.xlsx", sheet)], "测试");

        Assert.Equal(1, Assert.Single(report.Files).DiscrepancyCount);
        using var snapshot = warehouse.Open();
        var row = Assert.Single(Discrepancies.All(snapshot, new Quarter(2024, 4)));
        Assert.Equal((2m, 1m, "问题清单!第9行"), (row.Stated, row.Computed, row.Location));
    }

    private static (string, string, string, string) Only(IReadOnlyList<AccountOwner> rows)
    {
        var row = Assert.Single(rows);
        return (row.Account, row.Platform, row.Unit, row.Source);
    }

    private static List<string> Ids(TestWarehouse warehouse)
    {
        using var snapshot = warehouse.Open();
        return [.. snapshot.Query("select finding_id from findings", row => row.GetString(0))];
    }
}
