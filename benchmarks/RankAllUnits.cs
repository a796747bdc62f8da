using Analytics.Domain;
using BenchmarkDotNet.Attributes;

namespace Analytics.Benchmarks;

/// <summary>How long does a ranking take, against a query written by hand with the points inlined?</summary>
[MemoryDiagnoser]
public class RankAllUnits : IDisposable
{
    private static readonly Quarter s_quarter = new(2015, 1);

    private LoadedQuarters _data = null!;

    /// <summary>Quarters in the warehouse and findings in all of them: one quarter of a banner, ten years, a million.</summary>
    [ParamsSource(nameof(Sizes))]
    public (int Quarters, int Findings) Size { get; set; }

    /// <summary>The sizes.</summary>
    public static IEnumerable<(int Quarters, int Findings)> Sizes => [(1, 200), (40, 8_000), (40, 1_000_000)];

    /// <summary>Loads the quarters, which is not measured.</summary>
    [GlobalSetup]
    public void Load() => _data = new LoadedQuarters(Size.Quarters, Size.Findings);

    /// <summary>Removes them.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _data.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The same cube, one CASE for the points, one window: no rulebook, no coverage, no bands.</summary>
    [Benchmark(Baseline = true)]
    public int HandWritten() =>
        _data
            .Snapshot.Query(
                """
                with points as (
                    select unit, channel, least(sum(finding_count * case category when 'W-TYPO' then 1 else 0.5 end), 40) as points
                    from finding_cube
                    where quarter = $1
                    group by unit, channel
                ),

                scored as (select unit, 100 - sum(points) as score from points group by unit)

                select u.unit, s.score, rank() over (order by s.score desc) as unit_rank
                from scored as s
                inner join units as u on u.unit = s.unit
                order by unit_rank, u.sort_order
                """,
                row => row.GetString(0),
                s_quarter.ToString()
            )
            .Count;

    /// <summary>The metric, worked out: what pages read is worked out once for each state of the data.</summary>
    [Benchmark]
    public int Rank() =>
        _data
            .Snapshot.Query(
                "select r.unit, s.gap_above from ranking($1, null) as r left join rank_stability($1, null) as s on s.unit = r.unit",
                row => row.GetString(0),
                s_quarter.ToString()
            )
            .Count;
}
