namespace Analytics.Export;

/// <summary>What is known of a query's result (查询结果) besides its rows.</summary>
/// <param name="Columns">From left to right, as many as the Arrow stream has; at least one.</param>
/// <param name="RowCount">Rows in the stream, after truncation.</param>
/// <param name="Truncated">Null when the result is whole; rows or bytes: the limit that cut it.</param>
/// <param name="RowLimit">The most rows that were asked for.</param>
/// <param name="ElapsedMs">How long the query ran, in milliseconds.</param>
public sealed record ResultInfo(
    IReadOnlyList<ResultColumn> Columns,
    long RowCount,
    string? Truncated,
    long RowLimit,
    double ElapsedMs
);

/// <summary>One column of a query's result.</summary>
/// <param name="Name">As the query names it; need not be unique.</param>
/// <param name="Type">DuckDB's name of the type: DECIMAL(18,6), VARCHAR, STRUCT(a INTEGER).</param>
public sealed record ResultColumn(string Name, string Type);
