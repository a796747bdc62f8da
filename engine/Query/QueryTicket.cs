using System.Diagnostics;

namespace Analytics.Query;

/// <summary>A query on its way: waiting, running, or done with a result or a fault.</summary>
public sealed class QueryTicket : IDisposable
{
    private readonly TaskCompletionSource<QueryResult> _completion = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly CancellationTokenSource _cancel = new();
    private readonly Func<QueryTicket, int> _positionOf;
    private readonly long _asked = Stopwatch.GetTimestamp();
    private long _ended;
    private volatile bool _isLetGo;

    internal QueryTicket(QueryRequest request, Func<QueryTicket, int> positionOf) =>
        (Request, _positionOf, Cancelled) = (request, positionOf, _cancel.Token);

    /// <summary>What was asked.</summary>
    public QueryRequest Request { get; }

    /// <summary>The result; fails with <see cref="QueryException"/>.</summary>
    public Task<QueryResult> Completion => _completion.Task;

    /// <summary>How many are before it, this one included; 0 once it runs.</summary>
    public int Position => _positionOf(this);

    /// <summary>Whether it runs now.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Since it was asked, until it ended.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_asked, _ended == 0 ? Stopwatch.GetTimestamp() : _ended);

    /// <summary>How long its worker had it; zero as long as none had.</summary>
    public TimeSpan Worked { get; internal set; }

    /// <summary>Told when whoever asked gives up; it may be looked at after the ticket was let go, unlike its source.</summary>
    internal CancellationToken Cancelled { get; }

    /// <summary>Gives up: a query that waits does not begin, one that runs is ended with its process.</summary>
    public void Cancel()
    {
        try
        {
            _cancel.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended, and been let go.
        }
    }

    internal void Begin() => IsRunning = true;

    internal void End(QueryResult result)
    {
        Stop();
        _completion.TrySetResult(result);
        if (_isLetGo)
        {
            // It came after whoever asked had gone.
            result.Dispose();
        }
    }

    internal void End(QueryFault fault)
    {
        Stop();
        _completion.TrySetException(new QueryException(fault));
        // Whoever asked may have gone without looking.
        _ = _completion.Task.Exception;
    }

    private void Stop()
    {
        _ended = Stopwatch.GetTimestamp();
        IsRunning = false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isLetGo = true;
        Cancel();
        _cancel.Dispose();
        if (_completion.Task.IsCompletedSuccessfully)
        {
            _completion.Task.Result.Dispose();
        }
    }
}
