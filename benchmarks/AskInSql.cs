using Analytics.Benchmarks.Queries;
using Analytics.Query;
using Apache.Arrow.Ipc;
using BenchmarkDotNet.Attributes;
using DuckDB.NET.Data;

namespace Analytics.Benchmarks;

/// <summary>What does it cost to ask in a process of its own, behind the gate, against the same query in process?</summary>
[MemoryDiagnoser]
public class AskInSql
{
    private SnapshotFile _file = null!;
    private QueryPool _pool = null!;
    private DuckDBConnection _connection = null!;

    /// <summary>A tiny query, and a million rows of ten columns.</summary>
    [Params(1, 1_000_000)]
    public int Rows { get; set; } = 1;

    private string Sql => RowsQuery.Of(Rows);

    /// <summary>Makes a snapshot, opens it once here and once in a worker.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _file = SnapshotFile.Make();
        _pool = _file.NewPool();
        await _pool.PrepareAsync();
        _connection = _file.Connect();
    }

    /// <summary>Ends the worker.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _pool.DisposeAsync();
        _connection.Dispose();
        _file.Dispose();
    }

    /// <summary>The limit: Arrow as DuckDB gives it, written as IPC to nowhere in this process.</summary>
    [Benchmark(Baseline = true)]
    public int InProcess()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = Sql;
        command.UseStreamingMode = true;
        using var rows = command.ExecuteArrowStream();
        using var writer = new ArrowStreamWriter(Stream.Null, rows.Schema);
        writer.WriteStart();
        var count = 0;
        while (rows.ReadNextRecordBatchAsync().AsTask().GetAwaiter().GetResult() is { } batch)
        {
            using (batch)
            {
                writer.WriteRecordBatch(batch);
                count += batch.Length;
            }
        }

        writer.WriteEnd();
        return count;
    }

    /// <summary>The same through gate, worker, pipe and spool.</summary>
    [Benchmark]
    public async Task<long> ThroughTheWorkerAsync()
    {
        using var ticket = _pool.Ask(RowsQuery.RequestOf(Sql));
        return (await ticket.Completion).Bytes;
    }
}
