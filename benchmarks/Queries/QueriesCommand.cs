using System.Diagnostics;
using System.Globalization;
using Analytics.Dashboard.Output;
using Analytics.Query;

namespace Analytics.Benchmarks.Queries;

/// <summary>
/// <c>queries [--rows N] [--runs N]</c>: what asking in SQL costs where a stop watch of one process does not tell: CPU seconds of server and
/// worker together against DuckDB's own COPY, a worker's start, and many clients at once.
/// </summary>
internal static class QueriesCommand
{
    private const int Clients = 20;
    private const int QueriesOfEach = 25;

    public static int Run(string[] arguments)
    {
        RunAsync(Option(arguments, "--rows", 1_000_000), Option(arguments, "--runs", 5)).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(int rows, int runs)
    {
        using var file = SnapshotFile.Make();
        Console.WriteLine(Invariant($"{rows:N0} rows of ten columns, {runs} runs, median (least to most)"));
        await TinyAsync(file, runs);
        await FormatsAsync(file, rows, runs);
        await StartsAsync(file, runs);
        await ClientsAsync(file);
    }

    private static async Task TinyAsync(SnapshotFile file, int runs)
    {
        await using var pool = file.NewPool();
        await AskAsync(pool, "select 1");
        var times = new List<double>();
        for (var run = 0; run < runs * 20; run++)
        {
            var clock = Stopwatch.StartNew();
            await AskAsync(pool, "select count(*) from findings");
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Print("tiny query through the worker", "ms", times);
    }

    // Each format after the other, ours and DuckDB's in turn: what disturbs the machine disturbs both.
    private static async Task FormatsAsync(SnapshotFile file, int rows, int runs)
    {
        var sql = RowsQuery.Of(rows);
        foreach (var format in (ResultFormat[])[ResultFormat.Csv, ResultFormat.Json, ResultFormat.Parquet])
        {
            var (ours, theirs, managed) = (new List<double>(), new List<double>(), new List<double>());
            await using var pool = file.NewPool();
            await pool.PrepareAsync();
            for (var run = -1; run < runs; run++)
            {
                var before = GC.GetTotalAllocatedBytes();
                var own = await OursAsync(pool, sql, format);
                var allocated = (GC.GetTotalAllocatedBytes() - before) / 1e6;
                var copy = CopyOf(file, sql, format.Name);
                if (run >= 0)
                {
                    ours.Add(own);
                    theirs.Add(copy);
                    managed.Add(allocated);
                }
            }

            Print($"{format.Name}, server and worker", "CPU s", ours);
            Print($"{format.Name}, DuckDB's COPY", "CPU s", theirs);
            Print($"{format.Name}, ratio", "", ours.Zip(theirs, (own, copy) => own / copy));
            Print($"{format.Name}, allocated in the server", "MB", managed);
        }
    }

    private static async Task<double> OursAsync(QueryPool pool, string sql, ResultFormat format)
    {
        var worker = pool.IdleProcesses[0];
        var before = CpuOf(worker) + CpuOf(Environment.ProcessId);
        using (var ticket = pool.Ask(RowsQuery.RequestOf(sql)))
        {
            var result = await ticket.Completion;
            await format.WriteAsync(result, Stream.Null, byteOrderMark: true, CancellationToken.None);
        }

        while (pool.IdleProcesses.Count == 0)
        {
            await Task.Delay(5);
        }

        return CpuOf(worker) + CpuOf(Environment.ProcessId) - before;
    }

    private static double CopyOf(SnapshotFile file, string sql, string format)
    {
        var target = Path.Combine(Path.GetDirectoryName(file.Path)!, "copy." + format);
        using var connection = file.Connect();
        var before = CpuOf(Environment.ProcessId);
        using var command = connection.CreateCommand();
        command.CommandText =
            $"copy ({sql}) to '{target}' (format {format}{(format == "parquet" ? ", compression zstd" : "")})";
        command.ExecuteNonQuery();
        var spent = CpuOf(Environment.ProcessId) - before;
        File.Delete(target);
        return spent;
    }

    private static async Task StartsAsync(SnapshotFile file, int runs)
    {
        var times = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            await using var pool = file.NewPool();
            var clock = Stopwatch.StartNew();
            await AskAsync(pool, "select 1");
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Print("a fresh worker and its first answer", "ms", times);
    }

    private static async Task ClientsAsync(SnapshotFile file)
    {
        await using var pool = file.NewPool();
        await AskAsync(pool, "select 1");
        var times = new System.Collections.Concurrent.ConcurrentBag<double>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (var query = 0; query < QueriesOfEach; query++)
                        {
                            var own = Stopwatch.StartNew();
                            await AskAsync(
                                pool,
                                "select unit, sum(finding_count) from findings group by unit order by 2 desc"
                            );
                            times.Add(own.Elapsed.TotalMilliseconds);
                        }
                    })
                )
        );
        var sorted = times.Order().ToList();
        Console.WriteLine(
            Invariant(
                $"{Clients} clients at once, {sorted.Count} queries: p50 {sorted[sorted.Count / 2]:0.0} ms, p95 {sorted[sorted.Count * 95 / 100]:0.0} ms, {sorted.Count / clock.Elapsed.TotalSeconds:0} per second"
            )
        );
    }

    private static async Task AskAsync(QueryPool pool, string sql)
    {
        using var ticket = pool.Ask(RowsQuery.RequestOf(sql));
        await ticket.Completion;
    }

    private static double CpuOf(int process)
    {
        using var running = Process.GetProcessById(process);
        return running.TotalProcessorTime.TotalSeconds;
    }

    private static void Print(string what, string unit, IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        Console.WriteLine(
            Invariant($"{what, -38} {sorted[sorted.Count / 2], 8:0.00} {unit} ({sorted[0]:0.00} to {sorted[^1]:0.00})")
        );
    }

    private static int Option(string[] arguments, string name, int otherwise) =>
        Array.IndexOf(arguments, name) is >= 0 and var place && place + 1 < arguments.Length
            ? int.Parse(arguments[place + 1], CultureInfo.InvariantCulture)
            : otherwise;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
