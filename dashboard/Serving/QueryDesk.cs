using System.Collections.Concurrent;
using System.Security.Cryptography;
using Analytics.Query;

namespace Analytics.Dashboard.Serving;

/// <summary>The queries that were asked lately, by id: their state, their results for downloads, and the record of each.</summary>
/// <param name="pool">Runs them.</param>
/// <param name="archive">Keeps who asked what.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class QueryDesk(QueryPool pool, QueryArchive archive, TimeProvider clock) : IDisposable
{
    /// <summary>How long a result can be fetched.</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromMinutes(15);

    // A result may take half a gigabyte of disk.
    private const int MostKept = 24;
    private const long MostBytes = 2L * 1024 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, AskedQuery> _asked = new(StringComparer.Ordinal);

    /// <summary>Asks.</summary>
    /// <param name="request">The query.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="via">From where: page, api or cli.</param>
    /// <exception cref="QueryException">It is not even tried; this too is recorded.</exception>
    public async Task<AskedQuery> AskAsync(QueryRequest request, string by, string via)
    {
        Forget();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var at = clock.GetUtcNow();
        QueryTicket ticket;
        try
        {
            ticket = pool.Ask(request);
        }
        catch (QueryException refused)
        {
            await archive.AddAsync(QueryRecord.Of(id, at, by, via, request, TimeSpan.Zero, null, refused.Fault));
            throw;
        }

        var asked = new AskedQuery(id, at, ticket);
        _asked[id] = asked;
        asked.Recorded = RecordAsync(asked, by, via);
        return asked;
    }

    /// <summary>One that was asked lately; null when there is none.</summary>
    public AskedQuery? Find(string id) => _asked.GetValueOrDefault(id);

    /// <summary>The same, held until its answer is written.</summary>
    public AskedQuery? Hold(string id)
    {
        var found = Find(id);
        found?.Hold();
        return found;
    }

    /// <summary>Gives one up, and lets its result go.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string id)
    {
        if (!_asked.TryRemove(id, out var asked))
        {
            return false;
        }

        asked.Ticket.Dispose();
        return true;
    }

    // Before the answer leaves: what is not recorded was not asked.
    private async Task RecordAsync(AskedQuery asked, string by, string via)
    {
        var (result, fault) = ((QueryResult?)null, (QueryFault?)null);
        try
        {
            result = await asked.Ticket.Completion;
        }
        catch (QueryException refused)
        {
            fault = refused.Fault;
        }

        var ticket = asked.Ticket;
        await archive.AddAsync(
            QueryRecord.Of(asked.Id, asked.At, by, via, ticket.Request, ticket.Elapsed, result, fault)
        );
    }

    // The oldest go first, and never one that is still at work or being read.
    private void Forget()
    {
        var done = _asked
            .Values.Where(asked => asked.Ticket.Completion.IsCompleted && !asked.IsHeld)
            .OrderBy(asked => asked.At)
            .ToList();
        var (count, bytes) = (done.Count, done.Sum(BytesOf));
        foreach (var old in done)
        {
            if (count <= MostKept && bytes <= MostBytes && clock.GetUtcNow() - old.At < Keep)
            {
                return;
            }

            count--;
            bytes -= BytesOf(old);
            Remove(old.Id);
        }
    }

    private static long BytesOf(AskedQuery asked) =>
        asked.Ticket.Completion.IsCompletedSuccessfully ? asked.Ticket.Completion.Result.Bytes : 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var id in _asked.Keys)
        {
            Remove(id);
        }
    }
}

/// <summary>A query that was asked.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When.</param>
/// <param name="Ticket">How it goes.</param>
internal sealed record AskedQuery(string Id, DateTimeOffset At, QueryTicket Ticket)
{
    // Whoever asked holds it until the answer is written.
    private int _holders = 1;

    /// <summary>Done when its record is kept.</summary>
    public Task Recorded { get; set; } = Task.CompletedTask;

    /// <summary>Whether an answer is waited for or being written, so that its result must stay.</summary>
    public bool IsHeld => Volatile.Read(ref _holders) > 0;

    /// <summary>Keeps the result until <see cref="Release"/>.</summary>
    public void Hold() => Interlocked.Increment(ref _holders);

    /// <summary>Lets it go with the others.</summary>
    public void Release() => Interlocked.Decrement(ref _holders);
}
