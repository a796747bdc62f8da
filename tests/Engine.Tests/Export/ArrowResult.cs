using Analytics.Export;
using Apache.Arrow.Ipc;
using DuckDB.NET.Data;

namespace Analytics.Tests.Export;

/// <summary>A query's result as the worker hands it on: an Arrow stream and what is known besides.</summary>
internal sealed record ArrowResult(byte[] Arrow, ResultInfo Info)
{
    internal static async Task<ArrowResult> OfAsync(string sql, string? truncated = null, long rowLimit = 10_000)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var connection = await OpenAsync();
        var columns = new List<ResultColumn>();
        await using (var describe = connection.CreateCommand())
        {
            describe.CommandText = $"describe {sql}";
            await using var reader = await describe.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                columns.Add(new(reader.GetString(0), reader.GetString(1)));
            }
        }

        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var batches = command.ExecuteArrowStream();
        using var arrow = new MemoryStream();
        using var writer = new ArrowStreamWriter(arrow, batches.Schema, leaveOpen: true);
        await writer.WriteStartAsync(cancel);
        var rows = 0L;
        while (await batches.ReadNextRecordBatchAsync(cancel) is { } batch)
        {
            rows += batch.Length;
            await writer.WriteRecordBatchAsync(batch, cancel);
            batch.Dispose();
        }

        await writer.WriteEndAsync(cancel);
        return new(arrow.ToArray(), new(columns, rows, truncated, rowLimit, 12.5));
    }

    /// <summary>An in-memory database in UTC.</summary>
    internal static async Task<DuckDBConnection> OpenAsync()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "set timezone = 'UTC'";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    internal Task<byte[]> JsonAsync() => WriteAsync(ResultJson.WriteAsync);

    internal Task<byte[]> NdjsonAsync() => WriteAsync(ResultNdjson.WriteAsync);

    internal Task<byte[]> WorkbookAsync() => WriteAsync(ResultWorkbook.WriteAsync);

    internal Task<byte[]> ParquetAsync() => WriteAsync(ResultParquet.WriteAsync);

    internal Task<byte[]> CsvAsync(bool byteOrderMark = false) =>
        WriteAsync((arrow, info, output, cancel) => ResultCsv.WriteAsync(arrow, info, output, byteOrderMark, cancel));

    internal async Task<byte[]> WriteAsync(Func<Stream, ResultInfo, Stream, CancellationToken, Task> write)
    {
        using var arrow = new MemoryStream(Arrow);
        using var output = new AsyncOnlyStream();
        await write(arrow, Info, output, TestContext.Current.CancellationToken);
        return output.Bytes;
    }
}

/// <summary>Refuses synchronous writes and seeking, as the body of an answer of a web server does.</summary>
internal sealed class AsyncOnlyStream : Stream
{
    private readonly MemoryStream _bytes = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    internal byte[] Bytes => _bytes.ToArray();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        _bytes.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        _bytes.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _bytes.Dispose();
        base.Dispose(disposing);
    }
}
