using System.Reflection;
using Sylvan.Data.Csv;

namespace Analytics.Query;

/// <summary>What a query may use: every function of DuckDB and every kind of syntax, each allowed or not, with the reason.</summary>
/// <remarks>
/// Two tables beside this file, <c>functions.csv</c> and <c>ast.csv</c>: reason is for us, refusal for whoever asked. What they do not name is not allowed; a test fails when a new
/// DuckDB brings a function that they do not name.
/// </remarks>
internal sealed class AllowList
{
    private const string Unknown = "不在允许使用之列";

    private readonly Dictionary<string, Entry> _functions;
    private readonly Dictionary<(string Kind, string Name), Entry> _syntax;

    private AllowList(Dictionary<string, Entry> functions, Dictionary<(string Kind, string Name), Entry> syntax) =>
        (_functions, _syntax) = (functions, syntax);

    /// <summary>The tables that travel in the engine's assembly.</summary>
    public static AllowList Embedded { get; } = Load();

    /// <summary>Every function named, allowed or not.</summary>
    public IEnumerable<string> Functions => _functions.Keys;

    /// <summary>Whether a query may call it; names are compared as DuckDB does, without regard to case.</summary>
    /// <param name="name">The function, operator or macro of DuckDB.</param>
    /// <param name="reason">Why not, in Chinese.</param>
    public bool AllowsFunction(string name, out string reason) =>
        Allows(_functions.GetValueOrDefault(name), Unknown, out reason);

    /// <summary>Whether a query may be written so.</summary>
    /// <param name="kinds">The kinds it may be of: class, node, table, modifier, order, type, type_info.</param>
    /// <param name="name">DuckDB's name for it.</param>
    /// <param name="reason">Why not, in Chinese.</param>
    public bool AllowsSyntax(ReadOnlySpan<string> kinds, string name, out string reason)
    {
        reason = "";
        foreach (var kind in kinds)
        {
            if (Allows(_syntax.GetValueOrDefault((kind, name)), Unknown, out reason))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Allows(Entry? entry, string unknown, out string reason)
    {
        reason = entry?.Refusal ?? unknown;
        return entry?.IsAllowed == true;
    }

    private static AllowList Load() =>
        new(
            Read("functions.csv")
                .ToDictionary(
                    row => row[0],
                    row => new Entry(row[1] == "allow", row[3]),
                    StringComparer.OrdinalIgnoreCase
                ),
            Read("ast.csv").ToDictionary(row => (row[0], row[1]), row => new Entry(row[2] == "allow", row[4]))
        );

    private static List<string[]> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Query/" + name)!;
        using var csv = CsvDataReader.Create(new StreamReader(stream));
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return rows;
    }

    private sealed record Entry(bool IsAllowed, string Refusal);
}
