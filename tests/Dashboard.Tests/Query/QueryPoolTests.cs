using System.Diagnostics;
using Analytics.Dashboard;
using Analytics.Query;
using Analytics.Warehouse;

namespace Analytics.Tests.Query;

/// <summary>The pool with its real workers: one after another, waiting in line, giving up, new data.</summary>
public sealed class QueryPoolTests(ServerFixture fixture)
{
    private const string Endless = "select count(*) from range(100000000000)";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Snapshot => new SnapshotStore(fixture.Warehouse).CurrentPath!;

    [Fact]
    public async Task One_worker_answers_many_queries_until_one_goes_wrong()
    {
        await using var pool = PoolOf(1);
        await AnswerAsync(pool, "select 1");
        var first = Assert.Single(await IdleAsync(pool));
        await AnswerAsync(pool, "select 2");
        await Assert.ThrowsAsync<QueryException>(() => AnswerAsync(pool, "select nobody"));
        var second = Assert.Single(await IdleAsync(pool));
        await Assert.ThrowsAsync<QueryException>(() => AnswerAsync(pool, Endless, seconds: 0.3));
        await AnswerAsync(pool, "select 3");
        var third = Assert.Single(await IdleAsync(pool));

        Assert.Equal(first, second);
        Assert.NotEqual(second, third);
    }

    [Fact]
    public async Task A_worker_that_is_killed_from_outside_costs_one_query()
    {
        await using var pool = PoolOf(1);
        using var ticket = pool.Ask(RequestOf(Endless, 30));
        var worker = await WorkerAsync();
        using (var process = Process.GetProcessById(worker))
        {
            process.Kill();
        }

        var fault = (await Assert.ThrowsAsync<QueryException>(() => ticket.Completion.WaitAsync(Cancel))).Fault;
        await AnswerAsync(pool, "select 1");

        Assert.Equal(QueryFaultKind.Crashed, fault.Kind);
    }

    [Fact]
    public async Task Who_waits_is_told_his_place_and_moves_up()
    {
        await using var pool = PoolOf(1);
        using var first = pool.Ask(RequestOf(Endless, 30));
        using var second = pool.Ask(RequestOf("select 2", 30));
        using var third = pool.Ask(RequestOf("select 3", 30));

        Assert.Equal((0, 1, 2), (first.Position, second.Position, third.Position));
        second.Cancel();
        Assert.Equal(QueryFaultKind.Cancelled, (await FaultAsync(second)).Kind);
        Assert.Equal(1, third.Position);
        first.Cancel();
        Assert.Equal(QueryFaultKind.Cancelled, (await FaultAsync(first)).Kind);
        Assert.Equal(1, (await third.Completion.WaitAsync(Cancel)).Info.RowCount);
    }

    [Fact]
    public async Task When_too_many_wait_the_next_is_refused()
    {
        await using var pool = new QueryPool(
            QueryWorkerCommand.Options() with
            {
                Workers = 1,
                MostWaiting = 1,
            },
            () => Snapshot
        );
        using var first = pool.Ask(RequestOf(Endless, 30));
        using var second = pool.Ask(RequestOf("select 2", 30));

        var refused = Assert.Throws<QueryException>(() => pool.Ask(RequestOf("select 3", 30)));

        Assert.Equal(QueryFaultKind.Busy, refused.Fault.Kind);
    }

    [Fact]
    public async Task After_new_data_no_worker_answers_from_the_old()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-test-").FullName;
        var (old, newer) = (Path.Combine(folder, "1.duckdb"), Path.Combine(folder, "2.duckdb"));
        File.Copy(Snapshot, old);
        File.Copy(Snapshot, newer);
        var current = old;
        await using (var pool = new QueryPool(QueryWorkerCommand.Options() with { Workers = 1 }, () => current))
        {
            await AnswerAsync(pool, "select 1");
            var before = Assert.Single(await IdleAsync(pool));
            current = newer;
            await pool.PrepareAsync();
            var after = Assert.Single(await IdleAsync(pool));

            Assert.NotEqual(before, after);
            // The old file can go: nobody has it open.
            await AnswerAsync(pool, "select 1");
            File.Delete(old);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_a_query_leaves_in_its_connection_goes_with_it()
    {
        await using var pool = new QueryPool(
            QueryWorkerCommand.Options() with
            {
                Workers = 1,
                IsGated = false,
            },
            () => Snapshot
        );
        await Assert.ThrowsAnyAsync<Exception>(() => AnswerAsync(pool, "create temp table t as select 1"));

        var fault = await Assert.ThrowsAsync<QueryException>(() => AnswerAsync(pool, "from t"));

        Assert.Equal(QueryFaultKind.Failed, fault.Fault.Kind);
    }

    private QueryPool PoolOf(int workers) =>
        new(QueryWorkerCommand.Options() with { Workers = workers }, () => Snapshot);

    private static QueryRequest RequestOf(string sql, double seconds) =>
        new(sql, QueryForm.Run, [], 100, TimeSpan.FromSeconds(seconds));

    private static async Task AnswerAsync(QueryPool pool, string sql, double seconds = 30)
    {
        using var ticket = pool.Ask(RequestOf(sql, seconds));
        await ticket.Completion.WaitAsync(Cancel);
    }

    private static async Task<QueryFault> FaultAsync(QueryTicket ticket) =>
        (await Assert.ThrowsAsync<QueryException>(() => ticket.Completion.WaitAsync(Cancel))).Fault;

    // A worker is idle a moment after its answer.
    private static async Task<IReadOnlyList<int>> IdleAsync(QueryPool pool)
    {
        for (var tries = 0; tries < 200 && (pool.IdleProcesses.Count == 0 || pool.Load.Running > 0); tries++)
        {
            await Task.Delay(20, Cancel);
        }

        return pool.IdleProcesses;
    }

    // The only child of this process that runs our endless query.
    private async Task<int> WorkerAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks into /proc.");
        while (true)
        {
            foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => char.IsDigit(path[6])))
            {
                try
                {
                    var line = await File.ReadAllTextAsync(process + "/cmdline", Cancel);
                    var parent = await File.ReadAllTextAsync(process + "/stat", Cancel);
                    if (
                        line.Contains(QueryWorkerCommand.Verb, StringComparison.Ordinal)
                        && line.Contains(Snapshot, StringComparison.Ordinal)
                        && parent[(parent.LastIndexOf(')') + 4)..]
                            .StartsWith($"{Environment.ProcessId} ", StringComparison.Ordinal)
                        && IsBusy(parent)
                    )
                    {
                        return int.Parse(Path.GetFileName(process), System.Globalization.CultureInfo.InvariantCulture);
                    }
                }
                catch (IOException) { }
            }

            await Task.Delay(50, Cancel);
        }
    }

    // Half a second of processor time: it has long been started.
    private static bool IsBusy(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return long.Parse(fields[11], System.Globalization.CultureInfo.InvariantCulture) > 80;
    }
}
