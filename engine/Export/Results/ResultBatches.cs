using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Analytics.Export;

/// <summary>The batches of an Arrow stream, one at a time; only one stands in memory.</summary>
internal sealed class ResultBatches : IDisposable
{
    private readonly ArrowStreamReader _reader;
    private readonly ResultInfo _info;
    private long _read;

    private ResultBatches(ArrowStreamReader reader, Schema schema, ResultInfo info)
    {
        _reader = reader;
        _info = info;
        Schema = schema;
        Cells = [.. ResultCells.Of(schema, info)];
    }

    internal Schema Schema { get; }

    /// <summary>From left to right; they stand on the batch that was read last.</summary>
    internal ResultCell[] Cells { get; }

    /// <summary>The batch that was read last; null before the first and after the last.</summary>
    internal RecordBatch? Current { get; private set; }

    public void Dispose()
    {
        Current?.Dispose();
        _reader.Dispose();
    }

    /// <summary>Reads the schema.</summary>
    /// <param name="arrow">An Arrow IPC stream at its beginning; stays open.</param>
    /// <param name="info">Of the same result.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="ArgumentException">See <see cref="ResultCells.Of"/>.</exception>
    /// <exception cref="NotSupportedException">See <see cref="ResultCells.Of"/>.</exception>
    /// <exception cref="InvalidDataException">The stream has no schema.</exception>
    internal static async Task<ResultBatches> OpenAsync(Stream arrow, ResultInfo info, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(arrow);
        ArgumentNullException.ThrowIfNull(info);
        var reader = new ArrowStreamReader(arrow, leaveOpen: true);
        try
        {
            // A writer that was given neither a start nor a batch leaves the schema out.
            return await reader.GetSchema(cancel) is { } schema
                ? new ResultBatches(reader, schema, info)
                : throw new InvalidDataException("The Arrow stream has no schema; was WriteStart called?");
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next batch that has rows.</summary>
    /// <returns>Its number of rows; 0 behind the last.</returns>
    /// <exception cref="InvalidDataException">The stream has another number of rows than was said: it was cut.</exception>
    internal async ValueTask<int> NextAsync(CancellationToken cancel)
    {
        do
        {
            Current?.Dispose();
            Current = null;
            Current = await _reader.ReadNextRecordBatchAsync(cancel);
        } while (Current is { Length: 0 });

        if (Current is null)
        {
            // A cut stream ends as quietly as a whole one, and half a result must not pass for all of it.
            return _read == _info.RowCount
                ? 0
                : throw new InvalidDataException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The Arrow stream has {_read} rows, not the {_info.RowCount} of the result."
                    )
                );
        }

        for (var c = 0; c < Cells.Length; c++)
        {
            Cells[c].Bind(Current.Column(c).Data);
        }

        _read += Current.Length;
        return Current.Length;
    }
}
