namespace Analytics.Query;

/// <summary>The rows of a query, kept until disposed.</summary>
public sealed class QueryResult : IDisposable
{
    private readonly ResultSpool _spool;

    internal QueryResult(
        IReadOnlyList<QueryColumn> columns,
        long rowCount,
        string? truncated,
        long rowLimit,
        TimeSpan elapsed,
        ResultSpool spool
    )
    {
        Columns = columns;
        RowCount = rowCount;
        Truncated = truncated;
        RowLimit = rowLimit;
        Elapsed = elapsed;
        _spool = spool;
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<QueryColumn> Columns { get; }

    /// <summary>How many rows there are.</summary>
    public long RowCount { get; }

    /// <summary>null where these are all rows; rows or bytes where that limit cut them off.</summary>
    public string? Truncated { get; }

    /// <summary>The limit of rows that was asked for.</summary>
    public long RowLimit { get; }

    /// <summary>How long it took from the start of its work.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>The size as Arrow.</summary>
    public long Bytes => _spool.Length;

    /// <summary>The rows as an Arrow IPC stream; as often as needed, also at the same time.</summary>
    /// <returns>Null when the result has been let go.</returns>
    public Stream? OpenArrow() => _spool.Open();

    /// <inheritdoc/>
    public void Dispose() => _spool.Dispose();
}
