using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace Analytics.Query.Worker;

/// <summary>A question as the text that is run: what stands behind EXPLAIN, DESCRIBE or SUMMARIZE goes through the gate by itself.</summary>
internal static partial class QuestionText
{
    // What the page's directory shows, for those who type.
    private const string Relations =
        "select table_name as name, comment from duckdb_tables() where not internal order by name";

    /// <summary>The text to run, and the parameters it has.</summary>
    /// <param name="connection">Parses.</param>
    /// <param name="gate">What is let through.</param>
    /// <param name="question">The question.</param>
    /// <exception cref="QueryException">It is not let through.</exception>
    public static (string Text, IReadOnlyList<string> Parameters) Of(
        DuckDBConnection connection,
        SqlGate gate,
        WorkerQuestion question
    )
    {
        if (question.Sql.Contains('\0', StringComparison.Ordinal))
        {
            throw new QueryException(new(QueryFaultKind.Syntax, "SQL 中有 NUL 字符，请去掉。"));
        }

        if (ShowTables().IsMatch(question.Sql))
        {
            return (Relations, []);
        }

        var (verb, select) = Split(question);
        if (string.IsNullOrWhiteSpace(select))
        {
            throw new QueryException(new(QueryFaultKind.Syntax, "没有 SQL。请写一条 SELECT。"));
        }

        var names = gate.Admit(Parse(connection, select), select);
        return (verb.Trim().Length == 0 ? select : $"{verb} {select.Trim()}", names);
    }

    // The verb is blanked, not cut: places in the rest stay what they are in the whole.
    private static (string Verb, string Select) Split(WorkerQuestion question)
    {
        var match = Verb().Match(question.Sql);
        if (!match.Success)
        {
            return (
                question.Form switch
                {
                    QueryForm.Explain => "explain",
                    QueryForm.Describe => "describe",
                    QueryForm.Summarize => "summarize",
                    _ => "",
                },
                question.Sql
            );
        }

        var verb = match.Groups["verb"].Value;
        var rest = question.Sql[match.Length..];
        // describe findings is describe from findings.
        var isName = Name().IsMatch(rest);
        var blank = Regex.Replace(match.Value, "[^\n]", " ", RegexOptions.None, TimeSpan.FromSeconds(1));
        return (verb, (isName && blank.Length >= 5 ? blank[..^5] + "from " : blank) + rest);
    }

    private static string Parse(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select json_serialize_sql($1::varchar)";
        command.Parameters.Add(new DuckDBParameter(sql));
        return (string)command.ExecuteScalar()!;
    }

    [GeneratedRegex(
        @"^\s*(?<verb>explain\s+analyze|explain|describe|desc|summarize)\s+",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Verb();

    [GeneratedRegex(
        @"^\s*[\p{L}_][\p{L}\p{Nd}_]*\s*;?\s*$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Name();

    [GeneratedRegex(
        @"^\s*show\s+tables\s*;?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ShowTables();
}
