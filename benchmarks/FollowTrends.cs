using Analytics.Metrics;
using BenchmarkDotNet.Attributes;

namespace Analytics.Benchmarks;

/// <summary>How long does a trend of ten years take, with changes, limits and the seams between sample and real data, against the bare sums of the cube?</summary>
[MemoryDiagnoser]
public class FollowTrends : IDisposable
{
    private const int Quarters = 40;
    private LoadedQuarters _data = null!;

    /// <summary>Findings in all quarters.</summary>
    [Params(8_000, 200_000)]
    public int FindingCount { get; set; }

    /// <summary>Loads the quarters, which is not measured.</summary>
    [GlobalSetup]
    public void Load() => _data = new LoadedQuarters(Quarters, FindingCount);

    /// <summary>Removes them.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _data.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The limit: sums by quarter and the one before.</summary>
    [Benchmark(Baseline = true)]
    public int BareSums() =>
        _data
            .Snapshot.Query(
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
    public int Metric() => Trend.Of(_data.Snapshot, "finding_count").Count;
}
