using Analytics.Warehouse;

namespace Analytics.Dashboard;

/// <summary>How a verb reaches the data: the published snapshot for reading, the live warehouse or the running server for writing.</summary>
/// <param name="warehouseDirectory">The warehouse's folder.</param>
/// <param name="dataDirectory">The folder data.</param>
/// <param name="messages">Where notes for the user go.</param>
public sealed class Workspace(string warehouseDirectory, string dataDirectory, TextWriter messages)
{
    /// <summary>The warehouse's folder.</summary>
    public string WarehouseDirectory { get; } = Path.GetFullPath(warehouseDirectory);

    /// <summary>The folder data.</summary>
    public string DataDirectory { get; } = dataDirectory;

    /// <summary>The files of a running server.</summary>
    public ServerFiles ServerFiles => new(WarehouseDirectory);

    /// <summary>The server that holds the warehouse; null when nobody does.</summary>
    public RunningServer? Server => AnalyticsWarehouse.IsHeld(WarehouseDirectory) ? ServerFiles.Find() : null;

    /// <summary>The folder data: beside the user where it is there, else beside the program.</summary>
    public static string FindData()
    {
        var here = Path.GetFullPath("data");
        return Directory.Exists(Path.Combine(here, "reference"))
            ? here
            : Path.Combine(AppContext.BaseDirectory, "data");
    }

    /// <summary>Opens the newest snapshot. While nobody serves, the warehouse is first brought up to date with <c>data/</c>.</summary>
    /// <exception cref="WarehouseBusyException">Another program is making the warehouse right now.</exception>
    public Snapshot OpenSnapshot()
    {
        var snapshots = new SnapshotStore(WarehouseDirectory);
        if (!AnalyticsWarehouse.IsHeld(WarehouseDirectory))
        {
            OpenLive().Dispose();
        }
        else if (snapshots.CurrentPath is null)
        {
            throw new WarehouseBusyException($"数据仓库 {WarehouseDirectory} 正在由另一个程序建立，请稍后再试。");
        }

        return snapshots.Open();
    }

    /// <summary>Opens the live warehouse; an empty one is filled with <c>data/</c>.</summary>
    /// <param name="patience">How long to wait for another process to finish its load; not at all by default.</param>
    /// <exception cref="WarehouseBusyException">Another process holds it; the message says which.</exception>
    public AnalyticsWarehouse OpenLive(TimeSpan patience = default)
    {
        AnalyticsWarehouse warehouse;
        try
        {
            warehouse = AnalyticsWarehouse.Open(WarehouseDirectory, DataDirectory, patience: patience);
        }
        catch (WarehouseBusyException exception) when (ServerFiles.Find() is { } server)
        {
            throw new WarehouseBusyException(
                $"数据仓库 {WarehouseDirectory} 正由另一个服务使用：{server.Address}（进程 {server.ProcessId}）。请使用那个地址，或先关闭它。",
                exception
            );
        }

        try
        {
            if (FirstLoad.Run(warehouse, DataDirectory) is { } report)
            {
                messages.WriteLine(
                    $"数据仓库 {WarehouseDirectory} 是新的，已装入 data 文件夹中的 {report.Files.Count} 个文件。"
                );
            }

            return warehouse;
        }
        catch
        {
            warehouse.Dispose();
            throw;
        }
    }
}
