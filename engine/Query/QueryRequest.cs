namespace Analytics.Query;

/// <summary>One question in SQL, and what its answer may take.</summary>
/// <param name="Sql">One SELECT, or EXPLAIN, DESCRIBE, SUMMARIZE of one, or SHOW TABLES.</param>
/// <param name="Form">What to do with the SELECT.</param>
/// <param name="Parameters">A value for every <c>$name</c> or <c>$1</c> in it, and no more.</param>
/// <param name="RowLimit">The most rows that are returned; more are cut off, and the result says so.</param>
/// <param name="Deadline">How long it may run; afterwards its process is ended.</param>
public sealed record QueryRequest(
    string Sql,
    QueryForm Form,
    IReadOnlyList<QueryParameter> Parameters,
    long RowLimit,
    TimeSpan Deadline
)
{
    /// <summary>The longest text that is read, in UTF-16 units.</summary>
    public const int MostText = 100_000;

    /// <summary>The most rows a result may have.</summary>
    public const long MostRows = 1_000_000;

    /// <summary>The rows of a result where nobody says how many.</summary>
    public const long DefaultRows = 10_000;

    /// <summary>The most bytes of a result as Arrow, after which it is cut off: 512 MB.</summary>
    public const long MostBytes = 512L * 1024 * 1024;

    /// <summary>The deadline where nobody says one: 10 seconds.</summary>
    public static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(10);

    /// <summary>The longest deadline: 60 seconds.</summary>
    public static readonly TimeSpan LongestDeadline = TimeSpan.FromSeconds(60);
}

/// <summary>What to do with a SELECT.</summary>
public enum QueryForm
{
    /// <summary>Its rows.</summary>
    Run,

    /// <summary>How DuckDB would work it out.</summary>
    Explain,

    /// <summary>The names and types of its columns.</summary>
    Describe,

    /// <summary>Ranges, distinct values and nulls of its columns.</summary>
    Summarize,
}

/// <summary>A value that is bound, never put into the text.</summary>
/// <param name="Name">Without the dollar sign.</param>
/// <param name="Value">Null, string, bool, long, decimal or double.</param>
public sealed record QueryParameter(string Name, object? Value);
