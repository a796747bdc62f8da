using System.Collections.Concurrent;
using System.Security.Cryptography;
using Analytics.Dashboard;
using Analytics.Query;
using Analytics.Warehouse;

namespace Analytics.Tests.Query;

/// <summary>Every attack against the real worker: none reads, writes, or stops anything, with the gate and without it.</summary>
public sealed class SandboxTests(ServerFixture fixture) : IDisposable
{
    private const string Secret = "canary-6f1d0c52";

    // Some are ended while others work.
    private const int Together = 3;

    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(1);

    private readonly string _root = Directory.CreateTempSubdirectory("analytics-attack-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_attack_reads_writes_or_stops_anything(bool isGated)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux(),
            "The limits of memory and the watch over files are those of Linux."
        );
        var snapshot = CopyOfTheSnapshot();
        var hash = SHA256.HashData(await File.ReadAllBytesAsync(snapshot, Cancel));
        var canaries = Directory.CreateDirectory(Path.Combine(_root, "canaries")).FullName;
        var canary = Path.Combine(canaries, "canary.csv");
        await File.WriteAllTextAsync(canary, $"a\n{Secret}\n", Cancel);
        var attacks = SqlTexts.Attacks(canary, Path.Combine(canaries, "target"));
        Assert.True(attacks.Count >= 180, $"{attacks.Count} attacks");
        var options = QueryWorkerCommand.Options() with { IsGated = isGated, Workers = Together };
        var outcomes = new ConcurrentBag<Outcome>();

        using var watch = new FileWatch(canaries);
        await using var memory = new WorkerWatch(snapshot);
        await using (var pool = new QueryPool(options, () => snapshot))
        await using (var others = new QueryPool(options with { IsGated = true }, () => snapshot))
        {
            await Parallel.ForEachAsync(
                attacks,
                new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = Cancel },
                async (attack, _) =>
                {
                    outcomes.Add(await TryAsync(pool, attack));
                    Assert.Equal(42, await AnswerAsync(others));
                }
            );
            Assert.True(!isGated || await AnswerAsync(pool) == 42);
        }

        Report(isGated, outcomes, memory);
        Assert.Equal(0, watch.Look());
        Assert.Equal(["canary.csv"], Directory.EnumerateFileSystemEntries(canaries).Select(Path.GetFileName));
        Assert.Equal(hash, SHA256.HashData(await File.ReadAllBytesAsync(snapshot, Cancel)));
        Assert.DoesNotContain(outcomes, outcome => outcome.Text.Contains(Secret, StringComparison.Ordinal));
        Assert.True(memory.Seen > 0, "No worker was seen.");
        Assert.True(memory.Peak <= options.HeapBytes + options.OtherBytes, $"A worker took {memory.Peak} bytes.");
        AssertDeadlines(outcomes);
        if (isGated)
        {
            AssertNothingButReading(outcomes);
        }
    }

    [Fact]
    public async Task Every_honest_query_passes()
    {
        var snapshot = CopyOfTheSnapshot();
        await using var pool = new QueryPool(QueryWorkerCommand.Options(), () => snapshot);
        var honest = SqlTexts.Honest();
        var refused = new List<string>();

        foreach (var text in honest)
        {
            try
            {
                using var ticket = pool.Ask(
                    new(text.Sql, QueryForm.Run, text.Parameters, QueryRequest.DefaultRows, TimeSpan.FromSeconds(30))
                );
                await ticket.Completion.WaitAsync(Cancel);
            }
            catch (QueryException fault)
            {
                refused.Add($"{text.Name}: {fault.Fault}");
            }
        }

        Assert.True(honest.Count >= 50, $"{honest.Count} queries");
        Assert.Empty(refused);
    }

    private string CopyOfTheSnapshot()
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_root, "data")).FullName, "snapshot.duckdb");
        File.Copy(new SnapshotStore(fixture.Warehouse).CurrentPath!, path, overwrite: true);
        return path;
    }

    private static async Task<Outcome> TryAsync(QueryPool pool, SqlText attack)
    {
        QueryTicket? ticket = null;
        try
        {
            ticket = pool.Ask(new(attack.Sql, QueryForm.Run, attack.Parameters, 1000, s_deadline));
            var result = await ticket.Completion.WaitAsync(TimeSpan.FromSeconds(60), Cancel);
            await using var arrow = result.OpenArrow();
            using var reader = new StreamReader(arrow);
            return new(attack, null, ticket.Worked, await reader.ReadToEndAsync(Cancel));
        }
        catch (QueryException fault)
        {
            return new(attack, fault.Fault.Kind, ticket?.Worked ?? TimeSpan.Zero, fault.Message);
        }
        finally
        {
            ticket?.Dispose();
        }
    }

    private static async Task<int> AnswerAsync(QueryPool pool)
    {
        using var ticket = pool.Ask(new("select 42", QueryForm.Run, [], 10, TimeSpan.FromSeconds(30)));
        var result = await ticket.Completion.WaitAsync(Cancel);
        await using var arrow = result.OpenArrow();
        using var rows = new Apache.Arrow.Ipc.ArrowStreamReader(arrow);
        using var batch = await rows.ReadNextRecordBatchAsync(Cancel);
        return ((Apache.Arrow.Int32Array)batch.Column(0)).GetValue(0)!.Value;
    }

    // On a quiet machine all are ended within 0.2 s. Other tests share this one: then some wait for a processor, never for two seconds.
    private static void AssertDeadlines(IReadOnlyCollection<Outcome> outcomes)
    {
        var ended = outcomes
            .Where(outcome => outcome.Kind == QueryFaultKind.Timeout)
            .OrderBy(outcome => outcome.Elapsed)
            .ToList();

        Assert.NotEmpty(ended);
        Assert.InRange(ended[ended.Count / 10].Elapsed, s_deadline, s_deadline + TimeSpan.FromSeconds(0.2));
        Assert.True(ended[^1].Elapsed < s_deadline + TimeSpan.FromSeconds(2), ended[^1].Attack.Shown);
    }

    // Of what the gate lets through, all is reading: it ends with rows, or by a limit.
    private static void AssertNothingButReading(IReadOnlyCollection<Outcome> outcomes)
    {
        string[] never =
        [
            "files",
            "network",
            "configuration",
            "changing data",
            "temporary objects",
            "logging",
            "introspection",
            "text as SQL",
        ];
        Assert.Empty(
            outcomes
                .Where(outcome => outcome.Kind is null or QueryFaultKind.Failed or QueryFaultKind.Crashed)
                .Where(outcome => never.Contains(outcome.Attack.Name, StringComparer.Ordinal))
                .Select(outcome => $"{outcome.Kind?.ToString() ?? "rows"}: {outcome.Attack.Shown}")
        );
    }

    private static void Report(bool isGated, IReadOnlyCollection<Outcome> outcomes, WorkerWatch memory)
    {
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine(
            $"{(isGated ? "with" : "without")} the gate: {outcomes.Count} attacks, {memory.Seen} workers, peak {memory.Peak / 1e6:0} MB"
        );
        foreach (
            var group in outcomes.GroupBy(outcome => outcome.Kind?.ToString() ?? "rows").OrderBy(group => group.Key)
        )
        {
            var worst = group.Max(outcome => outcome.Elapsed.TotalSeconds);
            output.WriteLine($"  {group.Key}: {group.Count()}, longest {worst:0.00} s");
        }

        foreach (var outcome in outcomes.Where(outcome => outcome.Kind is null or QueryFaultKind.Crashed))
        {
            output.WriteLine($"  {outcome.Kind?.ToString() ?? "rows"} {outcome.Attack.Name}: {outcome.Attack.Shown}");
        }
    }

    private sealed record Outcome(SqlText Attack, QueryFaultKind? Kind, TimeSpan Elapsed, string Text);
}
