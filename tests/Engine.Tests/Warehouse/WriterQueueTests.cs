using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Tests.Warehouse;

public sealed class WriterQueueTests
{
    [Fact]
    public async Task Two_loads_at_once_both_end_right()
    {
        using var warehouse = new TestWarehouse();
        var cancel = TestContext.Current.CancellationToken;

        await Task.WhenAll(
            Task.Run(() => warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1)), cancel),
            Task.Run(() => warehouse.Load("b.csv", TestWarehouse.Finding("札镇", 2)), cancel)
        );

        using var snapshot = warehouse.Open();
        Assert.Equal(
            [1L, 2L],
            snapshot.Query("select finding_count from findings order by finding_count", row => row.GetInt64(0))
        );
        Assert.Equal([2L, 1L], Batches.All(snapshot).Select(batch => batch.Batch));
    }

    [Fact]
    public async Task Two_loads_of_one_document_leave_it_once()
    {
        using var warehouse = new TestWarehouse();
        var cancel = TestContext.Current.CancellationToken;

        var reports = await Task.WhenAll(
            Task.Run(() => warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1)), cancel),
            Task.Run(() => warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1)), cancel)
        );

        Assert.Equal(
            [LoadedFile.Loaded, LoadedFile.Unchanged],
            reports.Select(report => report.Files[0].Status).Order(StringComparer.Ordinal)
        );
        using var snapshot = warehouse.Open();
        Assert.Equal([1L], snapshot.Query("select finding_count from findings", row => row.GetInt64(0)));
    }

    [Fact]
    public async Task A_second_program_with_patience_waits_for_the_first()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("a.csv", TestWarehouse.Finding("公安局", 1));
        var waiting = Task.Run(
            () => AnalyticsWarehouse.Open(warehouse.Folder, warehouse.Data, patience: TimeSpan.FromMinutes(1)),
            TestContext.Current.CancellationToken
        );

        warehouse.Live.Dispose();

        using var second = await waiting;
        second.Load([TestWarehouse.Table("b.csv", false, TestWarehouse.Finding("札镇", 2))], "测试");
        using var snapshot = second.Snapshots.Open();
        Assert.Equal(2, Batches.All(snapshot).Count);
    }

    [Fact]
    public void Patience_ends()
    {
        using var warehouse = new TestWarehouse();

        Assert.Throws<WarehouseBusyException>(() =>
            AnalyticsWarehouse.Open(warehouse.Folder, warehouse.Data, patience: TimeSpan.FromMilliseconds(120))
        );
    }
}
