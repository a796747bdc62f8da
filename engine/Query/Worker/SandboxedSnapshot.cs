using System.Globalization;
using Analytics.Export;
using Apache.Arrow.Ipc;
using DuckDB.NET.Data;

namespace Analytics.Query.Worker;

/// <summary>A snapshot opened for the questions of others: read-only, without files, network, extensions or settings.</summary>
/// <remarks>
/// These settings are the second wall. The first is <see cref="SqlGate"/>; the third, which alone holds against memory bombs and what cannot be
/// interrupted, are the limits of the process.
/// </remarks>
internal sealed class SandboxedSnapshot : IDisposable
{
    // Deeper expressions end as an error of the parser, not of the stack.
    private const int MostExpressionDepth = 250;

    private readonly string _connectionString;
    private readonly string _folder;
    private readonly DuckDBConnection _anchor;
    private readonly SqlGate? _gate;

    private SandboxedSnapshot(string connectionString, string folder, DuckDBConnection anchor, SqlGate? gate) =>
        (_connectionString, _folder, _anchor, _gate) = (connectionString, folder, anchor, gate);

    /// <summary>Opens it.</summary>
    /// <param name="options">The file and the limits.</param>
    public static SandboxedSnapshot Open(QueryWorkerOptions options)
    {
        var connectionString = string.Join(
            ';',
            $"DataSource={options.Snapshot}",
            "access_mode=READ_ONLY",
            Setting("memory_limit", options.MemoryBytes / (1024 * 1024), "MiB"),
            Setting("threads", options.Threads),
            Setting("max_expression_depth", MostExpressionDepth),
            $"temp_directory={options.Folder}",
            $"home_directory={options.Folder}",
            "autoinstall_known_extensions=false",
            "autoload_known_extensions=false",
            "allow_community_extensions=false",
            "allow_persistent_secrets=false",
            "enable_external_access=false"
        );
        var anchor = new DuckDBConnection(connectionString);
        anchor.Open();

        // In the connection string this one is shown, but not obeyed.
        Execute(anchor, Invariant($"set max_temp_directory_size = '{options.SpillBytes / (1024 * 1024)}MiB'"));
        Execute(anchor, "set global TimeZone = 'Asia/Shanghai'");
        var gate = options.IsGated ? GateOf(anchor) : null;
        Execute(anchor, "set lock_configuration = true");
        return new(connectionString, options.Folder, anchor, gate);
    }

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="output">Where the rows go, as an Arrow stream in data frames.</param>
    /// <returns>The end of the result.</returns>
    /// <exception cref="QueryException">The gate refuses it, or a parameter is missing.</exception>
    /// <exception cref="DuckDBException">DuckDB refuses it.</exception>
    public WorkerEnd Answer(WorkerQuestion question, Stream output)
    {
        // What a query leaves behind in its connection goes with it.
        using var connection = Connect();
        var (text, names) = _gate is null ? (question.Sql, []) : QuestionText.Of(connection, _gate, question);
        using var command = CommandOf(connection, text, question, names);
        command.UseStreamingMode = true;
        using var rows = command.ExecuteArrowStream();

        // Of its own: another query on the first one would end the rows.
        using var second = Connect();
        var columns = ColumnTypes.Of(rows.Schema, text, () => CommandOf(second, "describe " + text, question, names));
        return Send(rows, columns, question, output);
    }

    private DuckDBConnection Connect()
    {
        var connection = new DuckDBConnection(_connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Whether it still answers: one statement can make all later ones fail.</summary>
    public bool IsSound()
    {
        try
        {
            using var connection = Connect();
            using var command = connection.CreateCommand();
            command.CommandText = "select 1";
            return command.ExecuteScalar() is 1;
        }
        catch (DuckDBException)
        {
            return false;
        }
    }

    private WorkerEnd Send(
        IArrowArrayStream rows,
        IReadOnlyList<ResultColumn> columns,
        WorkerQuestion question,
        Stream output
    )
    {
        using var frames = new ResultStream(output, _folder);
        using var writer = new ArrowStreamWriter(frames, rows.Schema, leaveOpen: true);
        writer.WriteStart();
        var (sent, truncated) = (0L, (string?)null);
        while (truncated is null && Next(rows) is { } batch)
        {
            using (batch)
            {
                var room = question.RowLimit - sent;
                truncated =
                    batch.Length > room ? "rows"
                    : frames.Length > question.ByteLimit ? "bytes"
                    : null;
                var part =
                    truncated is null ? batch.Length
                    : truncated == "rows" ? (int)room
                    : 0;
                if (part > 0)
                {
                    writer.WriteRecordBatch(part == batch.Length ? batch : batch.Slice(0, part));
                    sent += part;
                }
            }
        }

        writer.WriteEnd();
        frames.Finish();
        return new(columns, sent, truncated, frames.FileName);
    }

    private static Apache.Arrow.RecordBatch? Next(IArrowArrayStream rows) =>
        rows.ReadNextRecordBatchAsync().AsTask().GetAwaiter().GetResult();

    private static DuckDBCommand CommandOf(
        DuckDBConnection connection,
        string text,
        WorkerQuestion question,
        IReadOnlyList<string> names
    )
    {
        var given = question.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = names.Where(name => !given.Contains(name)).ToList();
        if (missing.Count > 0)
        {
            throw new QueryException(
                new(
                    QueryFaultKind.Failed,
                    $"缺少参数 {string.Join("、", missing.Select(name => "$" + name))} 的值。请在 parameters 中给出。"
                )
            );
        }

        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (
            var parameter in question.Parameters.Where(parameter =>
                names.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase)
            )
        )
        {
            command.Parameters.Add(new DuckDBParameter(parameter.Name, QueryWorker.ValueOf(parameter)));
        }

        return command;
    }

    private static SqlGate GateOf(DuckDBConnection connection) =>
        new(
            AllowList.Embedded,
            Names(
                connection,
                "select table_name from duckdb_tables() where not internal union all select view_name from duckdb_views() where not internal"
            ),
            Names(connection, "select function_name from duckdb_functions() where not internal")
        );

    private static HashSet<string> Names(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Setting(string name, long value, string unit = "") => Invariant($"{name}={value}{unit}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose() => _anchor.Dispose();
}
