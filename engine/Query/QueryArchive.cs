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

    /// <summary>Adds a record.</summary>
    /// <exception cref="WarehouseException">It cannot be written.</exception>
    public void Add(QueryRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Use(connection =>
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
            )
        );
    }

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
