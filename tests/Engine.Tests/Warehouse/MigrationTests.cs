using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;
using DuckDB.NET.Data;

namespace Analytics.Tests.Warehouse;

public sealed class MigrationTests
{
    [Fact]
    public void A_warehouse_of_version_2_opens_and_keeps_its_data_and_a_copy()
    {
        using var warehouse = Of(version: 2);

        using (var snapshot = warehouse.Open())
        {
            Assert.Equal(
                [("website", 6L), ("newmedia", 4L)],
                snapshot.Query(
                    "select channel::varchar, finding_count from findings order by channel",
                    row => (row.GetString(0), row.GetInt64(1))
                )
            );
            Assert.Equal(
                [(3L, "notice", null), (2L, "facts", null), (1L, "facts", (long?)2)],
                Batches.All(snapshot).Select(batch => (batch.Batch, batch.Kind, batch.EndedBy))
            );
        }

        Assert.True(File.Exists(Path.Combine(warehouse.Folder, "warehouse.version-2.duckdb")));
        warehouse.Reopen();
        using var again = warehouse.Open();
        Assert.Equal(3, Batches.All(again).Count);
    }

    [Fact]
    public void What_version_2_loaded_can_be_undone_and_corrected()
    {
        using var warehouse = Of(version: 2);

        var report = warehouse.Live.Revert(2, "李四");

        Assert.Equal(["a.csv"], report.Restored);
        using var snapshot = warehouse.Open();
        Assert.Equal(
            [1L],
            snapshot.Query("select finding_count from findings where channel = 'newmedia'", row => row.GetInt64(0))
        );
    }

    [Fact]
    public void What_version_4_loaded_keeps_its_ids_when_the_same_table_comes_again()
    {
        using var warehouse = Of(version: 4);
        Assert.Equal(
            [
                "gongan 首页链接打不开 问题清单!第2行",
                "gongan 首页链接打不开 问题清单!第3行",
                "renshe 友情链接已失效 问题清单!第4行",
            ],
            Findings(warehouse)
        );
        warehouse.Write(
            "问题清单.csv",
            """
            责任单位,渠道,问题类型,问题描述,发现时间,检查层级
            公安局,政府网站,错链,首页链接打不开,2024-11-05,旗
            公安局,政府网站,错链,首页链接打不开,2024-11-05,旗
            人社局,政府网站,错链,友情链接已失效,2024-11-05,旗
            人社局,政府网站,错链,栏目图片打不开,2024-11-05,旗
            """
        );

        var file = LoadFile.Read(Path.Combine(warehouse.Root, "问题清单.csv"), new Quarter(2024, 4));
        var report = warehouse.Live.Load([file], "李四");

        var loaded = Assert.Single(report.Files);
        Assert.Equal((LoadedFile.Replaced, 1L, 0L, 0L), (loaded.Status, loaded.Added, loaded.Removed, loaded.Changed));
        Assert.Equal(4, Findings(warehouse).Count);
    }

    [Fact]
    public void A_warehouse_of_a_newer_program_is_refused()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Dispose();
        using (var newer = Connect(warehouse))
        {
            Execute(
                newer,
                $"update raw_settings set value = '{AnalyticsWarehouse.SchemaVersion + 1}' where name = 'schema_version'"
            );
        }

        var refusal = Assert.Throws<WarehouseException>(warehouse.Reopen);

        Assert.Contains($"版本是 {AnalyticsWarehouse.SchemaVersion + 1}", refusal.Message, StringComparison.Ordinal);
    }

    private static TestWarehouse Of(int version)
    {
        var warehouse = new TestWarehouse();
        warehouse.Live.Dispose();
        Directory.Delete(warehouse.Folder, recursive: true);
        Directory.CreateDirectory(warehouse.Folder);
        using (var old = Connect(warehouse))
        {
            Execute(
                old,
                File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Warehouse", $"version-{version}.sql"))
            );
        }

        warehouse.Reopen();
        return warehouse;
    }

    private static IReadOnlyList<string> Findings(TestWarehouse warehouse)
    {
        using var snapshot = warehouse.Open();
        return snapshot.Query(
            "select unit || ' ' || words || ' ' || location from findings order by location",
            row => row.GetString(0)
        );
    }

    private static DuckDBConnection Connect(TestWarehouse warehouse)
    {
        var connection = new DuckDBConnection($"DataSource={Path.Combine(warehouse.Folder, "warehouse.duckdb")}");
        connection.Open();
        return connection;
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
