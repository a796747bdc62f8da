using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Tests.Warehouse;

public sealed class AnalyticsWarehouseTests
{
    [Fact]
    public void A_loaded_finding_is_in_the_snapshot_under_its_unit_and_category()
    {
        using var warehouse = new TestWarehouse();

        warehouse.Load(
            "a.csv",
            TestWarehouse.Finding("旗札萨克镇人民政府", 82),
            TestWarehouse.Finding("人社局", 3, Channel.Website, "错链、外链", "市")
        );

        using var snapshot = warehouse.Open();
        var rows = snapshot.Query(
            "select unit, channel::varchar, category, level::varchar, finding_count from findings order by unit",
            row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4))
        );
        Assert.Equal(
            [("renshe", "website", "W-LINK", "city", 3L), ("zhasake", "newmedia", "NONE", "banner", 82L)],
            rows
        );
    }

    [Fact]
    public void Loading_the_same_file_again_changes_nothing_and_says_so()
    {
        using var warehouse = new TestWarehouse();
        var first = warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1));
        var before = warehouse.Live.Snapshots.CurrentPath;

        var second = warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1));

        Assert.Null(second.BatchId);
        var file = Assert.Single(second.Files);
        Assert.Equal(LoadedFile.Unchanged, file.Status);
        Assert.Equal(first.BatchId, file.PreviousBatch);
        Assert.Equal(before, warehouse.Live.Snapshots.CurrentPath);
    }

    [Fact]
    public void A_corrected_copy_of_a_document_replaces_it_and_findings_keep_their_id()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1), TestWarehouse.Finding("红庆河镇", 5));
        var ids = Ids(warehouse);

        var report = warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 2), TestWarehouse.Finding("札萨克镇", 7));

        var file = Assert.Single(report.Files);
        Assert.Equal((LoadedFile.Replaced, 1L, 1L, 1L), (file.Status, file.Added, file.Removed, file.Changed));
        var now = Ids(warehouse);
        Assert.Equal(["gongan", "zhasake"], now.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ids["gongan"], now["gongan"]);
    }

    [Fact]
    public void A_file_with_an_unknown_unit_is_refused_whole_with_the_nearest_names()
    {
        using var warehouse = new TestWarehouse();

        var refusal = Assert.Throws<NoticeFormatException>(() =>
            warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1), TestWarehouse.Finding("旗札萨可镇人民政府", 1))
        );

        Assert.Contains("第1行", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("旗札萨可镇人民政府", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("札萨克镇", refusal.Message, StringComparison.Ordinal);
        Assert.True(warehouse.Live.IsEmpty);
    }

    [Fact]
    public void A_number_that_cannot_be_is_refused()
    {
        using var warehouse = new TestWarehouse();

        var refusal = Assert.Throws<NoticeFormatException>(() =>
            warehouse.Load("a.csv", TestWarehouse.Finding("公安局", -1))
        );

        Assert.Contains("-1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_run_reports_the_same_and_stores_nothing()
    {
        using var warehouse = new TestWarehouse();

        var report = warehouse.Live.Load(
            [TestWarehouse.Table("a.csv", false, TestWarehouse.Finding("公安局", 1))],
            "测试",
            dryRun: true
        );

        Assert.True(report.IsDryRun);
        Assert.Equal(1, Assert.Single(report.Files).Added);
        Assert.True(warehouse.Live.IsEmpty);
    }

    [Fact]
    public void Real_data_takes_the_place_of_sample_data_and_never_stands_beside_it()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load([TestWarehouse.Table("demo.csv", true, TestWarehouse.Finding("公安局", 9))], "测试");

        var report = warehouse.Load("real.csv", TestWarehouse.Finding("公安局", 1));

        Assert.Equal(["2024Q4"], Assert.Single(report.Files).EndedSamples);
        using var snapshot = warehouse.Open();
        Assert.False(Assert.Single(Quarters.All(snapshot)).IsSample);
        Assert.Equal([1L], snapshot.Query("select finding_count from findings", row => row.GetInt64(0)));
    }

    [Fact]
    public void Sample_data_is_refused_in_a_quarter_with_real_data()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("real.csv", TestWarehouse.Finding("公安局", 1));

        Assert.Throws<NoticeFormatException>(() =>
            warehouse.Live.Load([TestWarehouse.Table("demo.csv", true, TestWarehouse.Finding("公安局", 9))], "测试")
        );
    }

    [Fact]
    public void A_second_writer_is_told_that_the_warehouse_is_held()
    {
        using var warehouse = new TestWarehouse();

        Assert.Throws<WarehouseBusyException>(() => AnalyticsWarehouse.Open(warehouse.Folder, warehouse.Data));
        Assert.True(AnalyticsWarehouse.IsHeld(warehouse.Folder));
    }

    [Fact]
    public void What_was_loaded_is_there_after_reopening()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 4));

        warehouse.Reopen();

        using var snapshot = warehouse.Open();
        FindingSums.AreThoseOf(snapshot);
        Assert.Equal([4L], snapshot.Query("select finding_count from findings", row => row.GetInt64(0)));
    }

    [Fact]
    public void A_changed_reference_file_is_taken_over_at_the_next_opening()
    {
        using var warehouse = new TestWarehouse();
        var units = File.ReadAllText(Path.Combine(warehouse.Data, "reference", "units.csv"));
        warehouse.Write("data/reference/units.csv", units.Replace("札镇", "扎镇", StringComparison.Ordinal));

        warehouse.Reopen();

        using var snapshot = warehouse.Open();
        Assert.Contains(Units.All(snapshot), unit => unit.Aliases.Contains("扎镇"));
    }

    [Fact]
    public void A_published_rulebook_never_changes()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Write(
            "data/rulebooks/test-rules.json",
            TestWarehouse.Rules.Replace("\"points\": 0.5 }, {", "\"points\": 0.6 }, {", StringComparison.Ordinal)
        );

        var refusal = Assert.Throws<NoticeFormatException>(warehouse.Reopen);

        Assert.Contains("test-rules.json 的 $.id", refusal.Message, StringComparison.Ordinal);
        using var snapshot = warehouse.Open();
        Assert.Equal(
            [0.5m],
            snapshot.Query("select points from rulebook_hits where rule = 'website.1'", row => row.GetDecimal(0))
        );
    }

    [Fact]
    public void Default_rulebooks_must_not_overlap()
    {
        using var warehouse = new TestWarehouse();
        var other = TestWarehouse.Rules.Replace("test-rules", "other-rules", StringComparison.Ordinal);
        warehouse.Write(
            "data/rulebooks/other-rules.json",
            other.Replace("2020-01-01", "2024-01-01", StringComparison.Ordinal)
        );

        var refusal = Assert.Throws<NoticeFormatException>(warehouse.Reopen);

        Assert.Contains("other-rules.json 的 $.effectiveFrom：2024-01-01", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_keeps_its_snapshot_while_a_load_publishes_the_next()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1));
        using var old = warehouse.Open();

        warehouse.Load("b.csv", TestWarehouse.Finding("公安局", 2));
        warehouse.Load("c.csv", TestWarehouse.Finding("公安局", 3));

        Assert.Equal([1L], old.Query("select finding_count from findings", row => row.GetInt64(0)));
        using var current = warehouse.Open();
        Assert.Equal(
            [6L],
            current.Query("select cast(sum(finding_count) as bigint) from findings", row => row.GetInt64(0))
        );
    }

    [Fact]
    public void A_snapshot_cannot_be_written_to()
    {
        using var warehouse = new TestWarehouse();
        using var snapshot = warehouse.Open();

        Assert.Throws<WarehouseException>(() => snapshot.Query("delete from units", row => row.FieldCount));
    }

    [Fact]
    public void Every_source_file_is_kept_under_its_hash()
    {
        using var warehouse = new TestWarehouse();

        warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1));

        using var snapshot = warehouse.Open();
        var batch = Assert.Single(Batches.All(snapshot));
        Assert.True(File.Exists(Path.Combine(warehouse.Folder, "sources", batch.Sha256 + ".csv")));
        Assert.Equal(new DateTime(2025, 1, 20, 2, 0, 0, DateTimeKind.Utc), batch.LoadedAt);
    }

    private static Dictionary<string, string> Ids(TestWarehouse warehouse)
    {
        using var snapshot = warehouse.Open();
        return snapshot
            .Query("select unit, finding_id from findings", row => (Unit: row.GetString(0), Id: row.GetString(1)))
            .ToDictionary(row => row.Unit, row => row.Id, StringComparer.Ordinal);
    }
}
