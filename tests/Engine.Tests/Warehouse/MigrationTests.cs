using Analytics.Metrics;
using Analytics.Warehouse;
using DuckDB.NET.Data;

namespace Analytics.Tests.Warehouse;

public sealed class MigrationTests
{
    [Fact]
    public void A_warehouse_of_version_2_opens_and_keeps_its_data_and_a_copy()
    {
        using var warehouse = WithVersionTwo();

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
        using var warehouse = WithVersionTwo();

        var report = warehouse.Live.Revert(2, "李四");

        Assert.Equal(["a.csv"], report.Restored);
        using var snapshot = warehouse.Open();
        Assert.Equal(
            [1L],
            snapshot.Query("select finding_count from findings where channel = 'newmedia'", row => row.GetInt64(0))
        );
    }

    [Fact]
    public void A_warehouse_of_a_newer_program_is_refused()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Dispose();
        using (var newer = Connect(warehouse))
        {
            Execute(newer, "update raw_settings set value = '5' where name = 'schema_version'");
        }

        var refusal = Assert.Throws<WarehouseException>(warehouse.Reopen);

        Assert.Contains("版本是 5", refusal.Message, StringComparison.Ordinal);
    }

    private static TestWarehouse WithVersionTwo()
    {
        var warehouse = new TestWarehouse();
        warehouse.Live.Dispose();
        Directory.Delete(warehouse.Folder, recursive: true);
        Directory.CreateDirectory(warehouse.Folder);
        using (var old = Connect(warehouse))
        {
            Execute(old, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Warehouse", "version-2.sql")));
        }

        warehouse.Reopen();
        return warehouse;
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
