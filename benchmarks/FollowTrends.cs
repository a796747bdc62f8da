using Analytics.Ingest.Reference;
using Analytics.Metrics;
using Analytics.Warehouse;
using BenchmarkDotNet.Attributes;

namespace Analytics.Benchmarks;

/// <summary>How long does a trend of ten years take, with changes, limits and the seams between sample and real data, against the bare sums of the cube?</summary>
[MemoryDiagnoser]
public class FollowTrends
{
    private const int Quarters = 40;
    private string _folder = "";
    private Snapshot _snapshot = null!;

    /// <summary>Findings in all quarters.</summary>
    [Params(8_000, 200_000)]
    public int FindingCount { get; set; }

    /// <summary>Loads the quarters, which is not measured.</summary>
    [GlobalSetup]
    public void Load()
    {
        _folder = Directory.CreateTempSubdirectory("analytics-bench-").FullName;
        var reference = ReferenceData.Load(DataFolder.Path);
        using var warehouse = AnalyticsWarehouse.Open(Path.Combine(_folder, "warehouse"), DataFolder.Path);
        warehouse.Load(Findings.Tables(reference, Quarters, FindingCount), "benchmark");
        _snapshot = warehouse.Snapshots.Open();
    }

    /// <summary>Removes the warehouse.</summary>
    [GlobalCleanup]
    public void Remove()
    {
        _snapshot.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The limit: sums by quarter and the one before.</summary>
    [Benchmark(Baseline = true)]
    public int BareSums() =>
        _snapshot
            .Query(
                """
                with summed as (select quarter, sum(finding_count) as value from finding_cube group by quarter)

                select quarter, value, value - lag(value) over (order by quarter) as change
                from summed
                order by quarter
                """,
                row => (row.GetString(0), row[1], row[2])
            )
            .Count;

    /// <summary>The metric.</summary>
    [Benchmark]
    public int Metric() => Trend.Of(_snapshot, "finding_count").Count;
}
