using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>What a snapshot offers to who asks in SQL: its tables and its macros, with their Chinese comments.</summary>
public static class Relations
{
    /// <summary>All of them, tables first, each kind in the order of its names.</summary>
    /// <param name="snapshot">The data.</param>
    public static IReadOnlyList<Relation> All(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var columns = snapshot
            .Query(
                "select table_name, column_name, data_type, comment from duckdb_columns() where not internal order by table_name, column_index",
                row =>
                    (
                        Table: row.Text("table_name"),
                        Column: new RelationColumn(row.Text("column_name"), row.Text("data_type"), row.Text("comment"))
                    )
            )
            .ToLookup(row => row.Table, row => row.Column, StringComparer.Ordinal);
        var tables = snapshot.Query(
            "select table_name, comment from duckdb_tables() where not internal order by table_name",
            row => new Relation(
                row.Text("table_name"),
                Relation.Table,
                row.Text("comment"),
                [],
                [.. columns[row.Text("table_name")]]
            )
        );
        var macros = snapshot.Query(
            "select function_name, comment, parameters::varchar as parameters from duckdb_functions() where not internal order by function_name",
            row => new Relation(
                row.Text("function_name"),
                Relation.Macro,
                row.Text("comment"),
                row.Text("parameters").Trim('[', ']').Split(", ", StringSplitOptions.RemoveEmptyEntries),
                []
            )
        );
        return [.. tables, .. macros];
    }
}

/// <summary>A table or a macro.</summary>
/// <param name="Name">Its name in SQL.</param>
/// <param name="Kind">table or macro.</param>
/// <param name="Comment">What it holds, in Chinese.</param>
/// <param name="Parameters">The names of a macro's parameters, in order.</param>
/// <param name="Columns">The columns of a table.</param>
public sealed record Relation(
    string Name,
    string Kind,
    string Comment,
    IReadOnlyList<string> Parameters,
    IReadOnlyList<RelationColumn> Columns
)
{
    /// <summary>The kind of a table.</summary>
    public const string Table = "table";

    /// <summary>The kind of a macro.</summary>
    public const string Macro = "macro";
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name in SQL.</param>
/// <param name="Type">Its type in DuckDB's words.</param>
/// <param name="Comment">What it holds, in Chinese.</param>
public sealed record RelationColumn(string Name, string Type, string Comment);
