using Analytics.Export;

namespace Analytics.Query;

/// <summary>The rows of a query, kept until disposed.</summary>
public sealed class QueryResult : IDisposable
{
    private readonly ResultSpool _spool;

    internal QueryResult(ResultInfo info, ResultSpool spool) => (Info, _spool) = (info, spool);

    /// <summary>Its columns, how many rows it has, and whether that is all of them.</summary>
    public ResultInfo Info { get; }

    /// <summary>The size as Arrow.</summary>
    public long Bytes => _spool.Length;

    /// <summary>The rows as an Arrow IPC stream; as often as needed, also at the same time.</summary>
    /// <exception cref="QueryException">The result has been let go.</exception>
    public Stream OpenArrow() =>
        _spool.Open() ?? throw new QueryException(new(QueryFaultKind.Failed, "这个结果已经清除。请重新运行查询。"));

    /// <inheritdoc/>
    public void Dispose() => _spool.Dispose();
}
