using DuckDB.NET.Data;

namespace Analytics.Tests.Export;

/// <summary>A Parquet file as DuckDB reads it, in the view result.</summary>
internal sealed class ParquetFile : IAsyncDisposable
{
    private readonly DuckDBConnection _connection;
    private readonly string _path;

    private ParquetFile(DuckDBConnection connection, string path)
    {
        _connection = connection;
        _path = path;
    }

    internal static async Task<ParquetFile> OfAsync(byte[] bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"analytics-test-{Guid.NewGuid():N}.parquet");
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        var file = new ParquetFile(await ArrowResult.OpenAsync(), path);
        await file.ReadAsync($"create view result as from read_parquet('{path}')");
        return file;
    }

    /// <summary>All rows as text; {path} in the query is the file.</summary>
    internal async Task<IReadOnlyList<string?[]>> ReadAsync(string sql)
    {
        var rows = new List<string?[]>();
        await using var command = _connection.CreateCommand();
        command.CommandText = sql.Replace("{path}", _path, StringComparison.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add([
                .. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetString(i)),
            ]);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        File.Delete(_path);
    }
}
