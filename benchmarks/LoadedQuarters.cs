using Analytics.Ingest.Reference;
using Analytics.Warehouse;

namespace Analytics.Benchmarks;

/// <summary>A snapshot of generated quarters in a folder that goes with it.</summary>
internal sealed class LoadedQuarters : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-bench-").FullName;

    /// <summary>Loads them.</summary>
    /// <param name="quarters">How many.</param>
    /// <param name="findings">Findings of all of them together.</param>
    public LoadedQuarters(int quarters, int findings)
    {
        using var warehouse = AnalyticsWarehouse.Open(Path.Combine(_folder, "warehouse"), DataFolder.Path);
        warehouse.Load(Findings.Tables(ReferenceData.Load(DataFolder.Path), quarters, findings), "benchmark");
        Snapshot = warehouse.Snapshots.Open();
    }

    /// <summary>The data.</summary>
    public Snapshot Snapshot { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Snapshot.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
