using System.Globalization;
using System.Text.Json;
using Analytics.Metrics;
using Analytics.Warehouse;
using DuckDB.NET.Data;

namespace Analytics.Query;

/// <summary>
/// Who asked what in SQL (查询记录), and the queries that were saved under a name. A file of its own beside the warehouse, which no snapshot
/// holds and so no query can read. Records are only added; nothing here changes or removes one.
/// </summary>
public sealed class QueryArchive : IDisposable
{
    /// <summary>The file's name in the warehouse's folder.</summary>
    public const string FileName = "queries.duckdb";

    private readonly DuckDBConnection _connection;
    private readonly Lock _gate = new();
    private readonly List<(QueryRecord Record, TaskCompletionSource Written)> _waiting = [];
    private bool _isWriting;

    private QueryArchive(DuckDBConnection connection) => _connection = connection;

    /// <summary>Opens the archive of a warehouse; a new one is made where there is none.</summary>
    /// <param name="warehouseDirectory">The warehouse's folder.</param>
    /// <exception cref="WarehouseException">The file cannot be opened; the message names it and the cure.</exception>
    public static QueryArchive Open(string warehouseDirectory)
    {
        var path = Path.Combine(Path.GetFullPath(warehouseDirectory), FileName);
        var connection = new DuckDBConnection(
            $"DataSource={path};memory_limit=128MiB;threads=1;autoinstall_known_extensions=false;autoload_known_extensions=false"
        );
        try
        {
            connection.Open();
            foreach (var table in SqlCatalog.Embedded.Of(SqlLayer.Desk))
            {
                connection.Execute(table.Statement);
            }

            return new(connection);
        }
        catch (DuckDBException fault)
        {
            connection.Dispose();
            throw new WarehouseException(
                $"查询记录 {path} 打不开：{fault.Message} 若文件已损坏，请改名保存它，程序会另建一个；数据不受影响。",
                fault
            );
        }
    }

    /// <summary>Adds a record; done when it is on the disk.</summary>
    /// <remarks>Those that come while others are written go together in the next transaction: each alone would wait for the disk in turn.</remarks>
    /// <exception cref="WarehouseException">It cannot be written.</exception>
    public Task AddAsync(QueryRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiting)
        {
            _waiting.Add((record, written));
            if (_isWriting)
            {
                return written.Task;
            }

            _isWriting = true;
        }

        _ = Task.Run(WriteAll);
        return written.Task;
    }

    private void WriteAll()
    {
        while (true)
        {
            List<(QueryRecord Record, TaskCompletionSource Written)> batch;
            lock (_waiting)
            {
                if (_waiting.Count == 0)
                {
                    _isWriting = false;
                    return;
                }

                batch = [.. _waiting];
                _waiting.Clear();
            }

            try
            {
                Use(connection =>
                {
                    Write(connection, batch.ConvertAll(one => one.Record));
                    return true;
                });
                batch.ForEach(one => one.Written.SetResult());
            }
            catch (Exception fault) when (fault is WarehouseException or InvalidOperationException)
            {
                // Also when the archive was closed meanwhile.
                batch.ForEach(one => one.Written.SetException(fault));
            }
        }
    }

    private static void Write(DuckDBConnection connection, List<QueryRecord> records)
    {
        if (records is [var only])
        {
            Insert(connection, only);
            return;
        }

        connection.Execute("begin transaction");
        try
        {
            records.ForEach(record => Insert(connection, record));
            connection.Execute("commit");
        }
        catch
        {
            connection.Execute("rollback");
            throw;
        }
    }

    private static void Insert(DuckDBConnection connection, QueryRecord record) =>
        connection.Execute(
            "insert into query_audit values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            record.Id,
            record.AskedAt,
            record.By,
            record.Via,
            record.Sql,
            record.Sha256,
            record.Parameters,
            (long)record.Duration.TotalMilliseconds,
            record.RowCount,
            record.IsTruncated,
            record.Outcome,
            record.Detail
        );

    /// <summary>The latest records, the newest first.</summary>
    /// <param name="most">How many.</param>
    public IReadOnlyList<QueryRecord> Recent(int most) =>
        Use(connection =>
            connection.Query(
                "from query_audit order by asked_at desc, id limit $1",
                row => new QueryRecord(
                    row.Text("id"),
                    DateTime.SpecifyKind((DateTime)row["asked_at"], DateTimeKind.Utc),
                    row.Text("asked_by"),
                    row.Text("via"),
                    row.Text("sql_text"),
                    row.Text("parameters"),
                    TimeSpan.FromMilliseconds(row.Long("duration_ms")),
                    row.LongOrNull("row_count"),
                    row.Flag("is_truncated"),
                    row.Text("outcome"),
                    row.TextOrNull("fault_detail")
                ),
                most
            )
        );

    /// <summary>The saved queries, in the order of their titles.</summary>
    public IReadOnlyList<SavedQuery> Saved() =>
        Use(connection =>
            connection.Query(
                "from saved_queries order by title, id",
                row => new SavedQuery(
                    row.Text("id"),
                    row.Text("title"),
                    row.Text("sql_text"),
                    ParametersOf(row.Text("parameters"))
                )
            )
        );

    /// <summary>Saves a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="by">Who.</param>
    public void Save(SavedQuery query, DateTime at, string by)
    {
        ArgumentNullException.ThrowIfNull(query);
        Use(connection =>
            connection.Execute(
                "insert into saved_queries values ($1, $2, $3, $4, $5, $6)",
                query.Id,
                query.Title,
                query.Sql,
                QueryRecord.ParametersOf(query.Parameters.Select(field => new QueryParameter(field.Name, field.Value))),
                at,
                by
            )
        );
    }

    /// <summary>Removes a saved query.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(string id) =>
        Use(connection => connection.Execute("delete from saved_queries where id = $1", id)) > 0;

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private T Use<T>(Func<DuckDBConnection, T> use)
    {
        try
        {
            lock (_gate)
            {
                return use(_connection);
            }
        }
        catch (DuckDBException fault)
        {
            throw new WarehouseException(
                string.Create(CultureInfo.InvariantCulture, $"查询记录 {FileName}：{fault.Message}"),
                fault
            );
        }
    }

    private static IReadOnlyList<QueryField> ParametersOf(string json) =>
        [
            .. JsonSerializer
                .Deserialize<Dictionary<string, JsonElement>>(json)!
                .Select(pair => new QueryField(pair.Key, pair.Value.ToString(), pair.Key, pair.Key)),
        ];
}
