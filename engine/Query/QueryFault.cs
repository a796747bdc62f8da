namespace Analytics.Query;

/// <summary>Why a query has no result, and where.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Message">In Chinese, with the cure; words of DuckDB are quoted as they are.</param>
/// <param name="Line">The line in the text, from 1; null where no place is known.</param>
/// <param name="Column">The character in that line, from 1.</param>
public sealed record QueryFault(QueryFaultKind Kind, string Message, int? Line = null, int? Column = null)
{
    /// <summary>A fault at a place that DuckDB names by its offset.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="message">What is said.</param>
    /// <param name="sql">The text.</param>
    /// <param name="offset">UTF-8 bytes from its start; anything outside it is no place.</param>
    internal static QueryFault At(QueryFaultKind kind, string message, string sql, long offset)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(sql);
        if (offset < 0 || offset > bytes.Length)
        {
            return new(kind, message);
        }

        var before = System.Text.Encoding.UTF8.GetString(bytes, 0, (int)offset);
        var line = before.Count(character => character == '\n') + 1;
        return new(kind, message, line, before.Length - (before.LastIndexOf('\n') + 1) + 1);
    }
}

/// <summary>A query without a result.</summary>
/// <param name="fault">Why.</param>
public sealed class QueryException(QueryFault fault) : Exception(fault?.Message)
{
    /// <summary>Why, and where.</summary>
    public QueryFault Fault { get; } = fault ?? throw new ArgumentNullException(nameof(fault));
}

/// <summary>Why a query has no result.</summary>
public enum QueryFaultKind
{
    /// <summary>The text is no SQL.</summary>
    Syntax,

    /// <summary>It is SQL, but asks for what nobody may: more than reading our relations.</summary>
    NotAllowed,

    /// <summary>Unknown names, types that do not fit, a division of text.</summary>
    Failed,

    /// <summary>It needs more memory than a query has.</summary>
    Memory,

    /// <summary>It ran until the deadline.</summary>
    Timeout,

    /// <summary>Whoever asked gave up.</summary>
    Cancelled,

    /// <summary>Its process ended; the next query has another.</summary>
    Crashed,

    /// <summary>The text is longer, or nests deeper, than is read.</summary>
    TooLarge,

    /// <summary>Too many wait already.</summary>
    Busy,
}
