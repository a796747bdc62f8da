using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Analytics.Query.Worker;

/// <summary>DuckDB's messages as faults.</summary>
internal static partial class DuckDbFaults
{
    /// <summary>The memory was not enough.</summary>
    public const string Memory =
        "查询所需的内存超过了上限，已停止。请缩小范围（例如只选一个季度）、先汇总再连接，或去掉大的列表和排序。";

    /// <summary>A message of DuckDB.</summary>
    /// <param name="fault">What it threw.</param>
    /// <param name="sql">The text it was about.</param>
    public static QueryFault Of(DuckDBException fault, string sql) =>
        fault.ErrorType switch
        {
            DuckDBErrorType.OutOfMemory => new(QueryFaultKind.Memory, Memory),
            DuckDBErrorType.Permission => new(QueryFaultKind.NotAllowed, $"不允许这样做：{Words(fault.Message)}"),
            DuckDBErrorType.Parser or DuckDBErrorType.Syntax => Placed(
                QueryFaultKind.Syntax,
                "SQL 写法有误",
                fault,
                sql
            ),
            _ => Placed(QueryFaultKind.Failed, "查询出错", fault, sql),
        };

    private static QueryFault Placed(QueryFaultKind kind, string title, DuckDBException fault, string sql)
    {
        var match = Place().Match(fault.Message);
        var message = $"{title}：{Words(fault.Message)}";
        if (!match.Success)
        {
            return new(kind, message);
        }

        // DuckDB shows the line, cut off where it is long, and a caret below the place.
        var line = int.Parse(match.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture);
        var shown = match.Groups["text"].Value;
        var caret = match.Groups["caret"].Length - match.Groups["head"].Length;
        var lines = sql.Split('\n');
        if (line > lines.Length || caret < 0 || shown.Contains("...", StringComparison.Ordinal))
        {
            return new(kind, message, line <= lines.Length ? line : null);
        }

        return new(kind, message, line, caret + 1);
    }

    // Without its kind, and without the lines that show the place: the reader has the text before him.
    private static string Words(string message)
    {
        var end = message.IndexOf("\nLINE ", StringComparison.Ordinal);
        var words = end < 0 ? message : message[..end];
        return Kind().Replace(words, "").Trim();
    }

    [GeneratedRegex(
        @"(?<head>LINE (?<line>[0-9]+): )(?<text>[^\n]*)\n(?<caret> *)\^",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Place();

    [GeneratedRegex("^[A-Za-z ]+ Error: ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kind();
}
