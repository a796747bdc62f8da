using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Warehouse;
using BenchmarkDotNet.Attributes;
using DuckDB.NET.Data;

namespace Analytics.Benchmarks;

/// <summary>How long does a quarter take to load: names resolved, checked, in one transaction, with its snapshot, against bare appending?</summary>
[MemoryDiagnoser]
public class LoadQuarter
{
    private string _folder = "";
    private LoadFile _file = null!;
    private AnalyticsWarehouse _warehouse = null!;

    /// <summary>Findings in the quarter: a banner's, ten times that, a city's with its detail sheets.</summary>
    [Params(200, 2_000, 200_000)]
    public int FindingCount { get; set; }

    /// <summary>Makes the rows, which is not measured.</summary>
    [GlobalSetup]
    public void MakeRows() =>
        _file = Findings.Table(ReferenceData.Load(DataFolder.Path), new Quarter(2024, 3), FindingCount);

    /// <summary>An empty warehouse for each measurement.</summary>
    [IterationSetup]
    public void Open()
    {
        _folder = Directory.CreateTempSubdirectory("analytics-bench-").FullName;
        _warehouse = AnalyticsWarehouse.Open(Path.Combine(_folder, "warehouse"), DataFolder.Path);
    }

    /// <summary>Removes it.</summary>
    [IterationCleanup]
    public void Close()
    {
        _warehouse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The engine's own limit: the same rows appended with no checks, no lookup, no snapshot.</summary>
    [Benchmark(Baseline = true)]
    public long BareAppend()
    {
        using var connection = new DuckDBConnection($"DataSource={Path.Combine(_folder, "bare.duckdb")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "create table finding (quarter varchar, unit varchar, channel varchar, category varchar, level varchar, finding_count decimal(18, 2), words varchar)";
        command.ExecuteNonQuery();
        using (var appender = connection.CreateAppender("finding"))
        {
            foreach (var fact in _file.Facts)
            {
                appender
                    .CreateRow()
                    .AppendValue(fact.Period)
                    .AppendValue(fact.Unit)
                    .AppendValue(fact.Channel)
                    .AppendValue(fact.Category)
                    .AppendValue(fact.Level)
                    .AppendValue(fact.Count)
                    .AppendValue(fact.Words)
                    .EndRow();
            }
        }

        command.CommandText = "select count(*) from finding";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The whole load.</summary>
    [Benchmark]
    public int Load() => _warehouse.Load([_file], "benchmark").Files[0].FactCount;
}
