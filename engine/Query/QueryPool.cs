using System.Diagnostics;
using System.Globalization;
using Analytics.Export;
using Analytics.Query.Worker;

namespace Analytics.Query;

/// <summary>
/// Runs the queries of others, each in a worker process with limits of time and memory: no query can read the machine, change the data, or stop
/// or fill the program that asks. A worker answers query after query until one goes wrong; the next then has a fresh one.
/// </summary>
public sealed class QueryPool : IAsyncDisposable
{
    private readonly QueryPoolOptions _options;
    private readonly Func<string> _snapshot;
    private readonly Lock _gate = new();
    private readonly LinkedList<QueryTicket> _waiting = [];
    private readonly Stack<WorkerProcess> _idle = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;

    // The one that is started before anybody asks; a query that comes meanwhile takes it.
    private (string Snapshot, Task<WorkerProcess> Start)? _preparing;

    /// <summary>A pool; no worker is started yet.</summary>
    /// <param name="options">How workers are started, and their limits.</param>
    /// <param name="snapshot">The file of the data as it is published now.</param>
    public QueryPool(QueryPoolOptions options, Func<string> snapshot) => (_options, _snapshot) = (options, snapshot);

    /// <summary>How many run and wait.</summary>
    public (int Running, int Waiting) Load
    {
        get
        {
            lock (_gate)
            {
                return (_running, _waiting.Count);
            }
        }
    }

    /// <summary>The processes of workers that wait for a query.</summary>
    internal IReadOnlyList<int> IdleProcesses
    {
        get
        {
            lock (_gate)
            {
                return [.. _idle.Select(worker => worker.Id)];
            }
        }
    }

    /// <summary>Asks; the ticket tells how it goes.</summary>
    /// <param name="request">The query.</param>
    /// <exception cref="QueryException">The text is too long, a limit impossible, or too many wait.</exception>
    public QueryTicket Ask(QueryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_options.IsGated && request.Sql.Length > QueryRequest.MostText)
        {
            throw new QueryException(
                new(
                    QueryFaultKind.TooLarge,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"SQL 有 {request.Sql.Length} 个字符，最多 {QueryRequest.MostText} 个。请把长的列表放进 WITH 子句的子查询，或分几次查询。"
                    )
                )
            );
        }

        var ticket = new QueryTicket(request, PositionOf);
        lock (_gate)
        {
            if (_waiting.Count >= _options.MostWaiting)
            {
                throw new QueryException(new(QueryFaultKind.Busy, $"已有 {_waiting.Count} 个查询在等待，请稍后再试。"));
            }

            _waiting.AddLast(ticket);
        }

        ticket.Cancelled.Register(() => Leave(ticket));
        Advance();
        return ticket;
    }

    /// <summary>Starts a worker for the data as it is now, and lets go those of older data, so that the next query need not wait for it.</summary>
    public async Task PrepareAsync()
    {
        var snapshot = _snapshot();
        Task<WorkerProcess> start;
        lock (_gate)
        {
            DropStale(snapshot);
            if (_idle.Count > 0 || _running > 0 || _preparing is not null || _closing.IsCancellationRequested)
            {
                return;
            }

            start = Task.Run(() => WorkerProcess.StartAsync(_options, snapshot, _closing.Token));
            _preparing = (snapshot, start);
        }

        await ((Task)start).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            if (_preparing?.Start != start)
            {
                return;
            }

            _preparing = null;
        }

        // Where it did not start, the query that needs one will say so.
        if (start.IsCompletedSuccessfully)
        {
            GiveBack(await start);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        List<QueryTicket> waiting;
        lock (_gate)
        {
            waiting = [.. _waiting];
            _waiting.Clear();
            while (_idle.TryPop(out var worker))
            {
                worker.Dispose();
            }

            DropPrepared();
            if (_running == 0)
            {
                _drained.TrySetResult();
            }
        }

        waiting.ForEach(ticket => ticket.End(Cancelled()));
        await _drained.Task;
        _closing.Dispose();
    }

    private int PositionOf(QueryTicket ticket)
    {
        lock (_gate)
        {
            var position = 1;
            foreach (var other in _waiting)
            {
                if (other == ticket)
                {
                    return position;
                }

                position++;
            }

            return 0;
        }
    }

    private void Leave(QueryTicket ticket)
    {
        bool wasWaiting;
        lock (_gate)
        {
            wasWaiting = _waiting.Remove(ticket);
        }

        if (wasWaiting)
        {
            ticket.End(Cancelled());
        }
    }

    // Takes the next from the queue while there is a place.
    private void Advance()
    {
        while (true)
        {
            QueryTicket ticket;
            lock (_gate)
            {
                if (_waiting.First is not { } first || _running >= _options.Workers)
                {
                    return;
                }

                _waiting.RemoveFirst();
                _running++;
                ticket = first.Value;
            }

            ticket.Begin();
            _ = Task.Run(() => WorkAsync(ticket));
        }
    }

    private async Task WorkAsync(QueryTicket ticket)
    {
        WorkerProcess? worker = null;
        try
        {
            worker = await TakeAsync(_snapshot());
            if (await AnswerAsync(worker, ticket))
            {
                GiveBack(worker);
                worker = null;
            }
        }
        catch (Exception fault)
        {
            // Whatever went wrong, whoever asked is told, and the next query has a worker of its own.
            ticket.End(
                _closing.IsCancellationRequested || ticket.Cancelled.IsCancellationRequested
                    ? Cancelled()
                    : new(QueryFaultKind.Crashed, fault.Message)
            );
        }
        finally
        {
            worker?.Dispose();
            lock (_gate)
            {
                _running--;
                if (_running == 0 && _closing.IsCancellationRequested)
                {
                    _drained.TrySetResult();
                }
            }

            Advance();
            if (worker is not null && !_closing.IsCancellationRequested)
            {
                _ = PrepareAsync();
            }
        }
    }

    private Task<WorkerProcess> TakeAsync(string snapshot)
    {
        lock (_gate)
        {
            DropStale(snapshot);
            while (_idle.TryPop(out var worker))
            {
                if (worker.IsAlive)
                {
                    return Task.FromResult(worker);
                }

                worker.Dispose();
            }

            if (_preparing is { } prepared)
            {
                _preparing = null;
                return prepared.Start;
            }
        }

        return WorkerProcess.StartAsync(_options, snapshot, _closing.Token);
    }

    private void DropStale(string snapshot)
    {
        if (_preparing is { } prepared && prepared.Snapshot != snapshot)
        {
            DropPrepared();
        }

        if (_idle.Any(worker => worker.Snapshot != snapshot))
        {
            var kept = _idle.Where(worker => worker.Snapshot == snapshot).ToList();
            foreach (var old in _idle.Where(worker => worker.Snapshot != snapshot))
            {
                old.Dispose();
            }

            _idle.Clear();
            kept.ForEach(_idle.Push);
        }
    }

    private void DropPrepared()
    {
        _ = _preparing?.Start.ContinueWith(
            start => start.Result.Dispose(),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default
        );
        _preparing = null;
    }

    private void GiveBack(WorkerProcess worker)
    {
        lock (_gate)
        {
            if (!_closing.IsCancellationRequested && worker.IsAlive)
            {
                _idle.Push(worker);
                return;
            }
        }

        worker.Dispose();
    }

    // Whether the worker takes another question.
    private async Task<bool> AnswerAsync(WorkerProcess worker, QueryTicket ticket)
    {
        var request = ticket.Request;
        var started = Stopwatch.GetTimestamp();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ticket.Cancelled, _closing.Token);
        end.CancelAfter(request.Deadline);
        var killing = end.Token.Register(worker.Kill);
        var spool = new ResultSpool();
        try
        {
            worker.Ask(QuestionOf(request));
            while (await worker.ReadAsync(CancellationToken.None) is var (kind, length))
            {
                if (kind == Frame.Data)
                {
                    spool.Append(worker.Payload(length));
                    continue;
                }

                // From here on giving up must not end the worker: it is the next one's.
                await killing.DisposeAsync();
                ticket.Worked = Stopwatch.GetElapsedTime(started);
                if (kind == Frame.End)
                {
                    ticket.End(ResultOf(worker, length, ticket, spool));
                }
                else
                {
                    spool.Dispose();
                    ticket.End(Frames.Parse<QueryFault>(worker.Payload(length)));
                }

                return await TakesAnotherAsync(worker);
            }
        }
        catch (IOException)
        {
            // It ended before it was asked: as if it had ended while it worked.
        }

        await killing.DisposeAsync();
        spool.Dispose();
        ticket.Worked = Stopwatch.GetElapsedTime(started);
        ticket.End(
            ticket.Cancelled.IsCancellationRequested || _closing.IsCancellationRequested ? Cancelled()
            : end.IsCancellationRequested ? TimedOut(request.Deadline)
            : Crashed()
        );
        return false;
    }

    private static async Task<bool> TakesAnotherAsync(WorkerProcess worker)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await using var killing = patience.Token.Register(worker.Kill);
        return await worker.ReadAsync(CancellationToken.None) is (Frame.Again, _) && !patience.IsCancellationRequested;
    }

    private static QueryResult ResultOf(WorkerProcess worker, int length, QueryTicket ticket, ResultSpool spool)
    {
        var end = Frames.Parse<WorkerEnd>(worker.Payload(length));
        if (end.FileName is { } rest)
        {
            spool.TakeOver(worker.PathOf(rest));
        }

        var info = new ResultInfo(
            end.Columns,
            end.RowCount,
            end.Truncated,
            ticket.Request.RowLimit,
            ticket.Worked.TotalMilliseconds
        );
        return new(info, spool);
    }

    private static WorkerQuestion QuestionOf(QueryRequest request) =>
        new(
            request.Sql,
            request.Form,
            [.. request.Parameters.Select(ParameterOf)],
            request.RowLimit,
            QueryRequest.MostBytes,
            (long)request.Deadline.TotalMilliseconds
        );

    private static WorkerParameter ParameterOf(QueryParameter parameter) =>
        parameter.Value switch
        {
            null => new(parameter.Name, "null", ""),
            bool flag => new(parameter.Name, "bool", flag ? "true" : "false"),
            long number => new(parameter.Name, "long", number.ToString(CultureInfo.InvariantCulture)),
            decimal number => new(parameter.Name, "decimal", number.ToString(CultureInfo.InvariantCulture)),
            double number => new(parameter.Name, "double", number.ToString("R", CultureInfo.InvariantCulture)),
            var other => new(parameter.Name, "text", other.ToString() ?? ""),
        };

    private static QueryFault Cancelled() => new(QueryFaultKind.Cancelled, "查询已取消。");

    private static QueryFault TimedOut(TimeSpan deadline) =>
        new(
            QueryFaultKind.Timeout,
            string.Create(
                CultureInfo.InvariantCulture,
                $"查询在 {deadline.TotalSeconds:0.#} 秒内没有完成，已停止。请缩小范围、先汇总再连接，或把时限改长（最长 {QueryRequest.LongestDeadline.TotalSeconds:0} 秒）。"
            )
        );

    private static QueryFault Crashed() =>
        new(
            QueryFaultKind.Crashed,
            "查询使它的进程中途停止：嵌套太深、内存或计算时间超过上限。数据和其他查询不受影响。请把查询改简单后再试。"
        );
}
