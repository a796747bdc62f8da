using System.Text;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using NativeAppender = DuckDB.NET.Native.DuckDBAppender;

namespace Analytics.Warehouse;

/// <summary>Appends rows to a table by writing DuckDB's own vectors, 2,048 rows at a time.</summary>
/// <remarks>
/// For the tables with a row per fact: the binding's appender goes through an object per row and a call per cell, which for a million rows costs
/// as much as all that DuckDB does with them. Values must fit the columns' types; there is no conversion.
/// </remarks>
internal sealed unsafe class ChunkAppender : IDisposable
{
    private const int Capacity = 2048;

    private static readonly int s_epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private readonly NativeAppender _appender;
    private readonly DuckDBDataChunk _chunk;
    private readonly nint[] _vectors;
    private readonly nint[] _data;
    private byte[] _utf8 = new byte[1024];
    private int _row;

    /// <summary>Opens a table for appending.</summary>
    /// <param name="connection">The connection; what is appended belongs to its transaction.</param>
    /// <param name="table">A table of the main schema.</param>
    /// <exception cref="WarehouseException">There is no such table.</exception>
    public ChunkAppender(DuckDBConnection connection, string table)
    {
        Demand(NativeMethods.Appender.DuckDBAppenderCreate(connection.NativeConnection, "main", table, out _appender));
        var columns = (int)NativeMethods.Appender.DuckDBAppenderColumnCount(_appender);
        var types = new DuckDBLogicalType[columns];
        for (var column = 0; column < columns; column++)
        {
            types[column] = NativeMethods.Appender.DuckDBAppenderColumnType(_appender, (ulong)column);
        }

        _chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk(
            Array.ConvertAll(types, type => type.DangerousGetHandle()),
            (ulong)columns
        );
        Array.ForEach(types, type => type.Dispose());
        _vectors = new nint[columns];
        _data = new nint[columns];
        Locate();
    }

    /// <summary>Writes a text; null for NULL.</summary>
    public void Write(int column, string? text)
    {
        if (text is null)
        {
            WriteNull(column);
            return;
        }

        Write(column, Utf8(text));
    }

    /// <summary>Writes a text that is UTF-8 already.</summary>
    public void Write(int column, ReadOnlySpan<byte> utf8)
    {
        fixed (byte* text = utf8)
        {
            // Empty texts have no address; DuckDB wants one.
            byte none = 0;
            NativeMethods.Vectors.DuckDBUnsafeVectorAssignStringElementLength(
                _vectors[column],
                (ulong)_row,
                text is null ? &none : text,
                utf8.Length
            );
        }
    }

    /// <summary>Writes a BIGINT, or a DECIMAL(18, n) as its digits; null for NULL.</summary>
    public void Write(int column, long? number)
    {
        if (number is { } value)
        {
            ((long*)_data[column])[_row] = value;
        }
        else
        {
            WriteNull(column);
        }
    }

    /// <summary>Writes a UBIGINT.</summary>
    public void Write(int column, ulong number) => ((ulong*)_data[column])[_row] = number;

    /// <summary>Writes an INTEGER; null for NULL.</summary>
    public void Write(int column, int? number)
    {
        if (number is { } value)
        {
            ((int*)_data[column])[_row] = value;
        }
        else
        {
            WriteNull(column);
        }
    }

    /// <summary>Writes a DATE; null for NULL.</summary>
    public void Write(int column, DateOnly? day)
    {
        if (day is { } value)
        {
            ((int*)_data[column])[_row] = value.DayNumber - s_epoch;
        }
        else
        {
            WriteNull(column);
        }
    }

    /// <summary>Ends a row, every column of which was written.</summary>
    /// <exception cref="WarehouseException">DuckDB refuses the rows.</exception>
    public void EndRow()
    {
        if (++_row == Capacity)
        {
            Flush();
        }
    }

    /// <summary>Hands over what is left.</summary>
    /// <exception cref="WarehouseException">DuckDB refuses the rows.</exception>
    public void Close()
    {
        Flush();
        Demand(NativeMethods.Appender.DuckDBAppenderClose(_appender));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _chunk.Dispose();
        _appender.Dispose();
    }

    /// <summary>A text as UTF-8, valid until the next text.</summary>
    public ReadOnlySpan<byte> Utf8(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_utf8.Length < most)
        {
            _utf8 = new byte[most];
        }

        return _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8));
    }

    private void WriteNull(int column)
    {
        NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(_vectors[column]);
        NativeMethods.ValidityMask.DuckDBValiditySetRowValidity(
            NativeMethods.Vectors.DuckDBVectorGetValidity(_vectors[column]),
            (ulong)_row,
            valid: false
        );
    }

    private void Flush()
    {
        if (_row == 0)
        {
            return;
        }

        NativeMethods.DataChunks.DuckDBDataChunkSetSize(_chunk, (ulong)_row);
        Demand(NativeMethods.Appender.DuckDBAppendDataChunk(_appender, _chunk));
        NativeMethods.DataChunks.DuckDBDataChunkReset(_chunk);
        Locate();
        _row = 0;
    }

    private void Locate()
    {
        for (var column = 0; column < _vectors.Length; column++)
        {
            _vectors[column] = NativeMethods.DataChunks.DuckDBDataChunkGetVector(_chunk, column);
            _data[column] = (nint)NativeMethods.Vectors.DuckDBVectorGetData(_vectors[column]);
        }
    }

    private void Demand(DuckDBState state)
    {
        if (state != DuckDBState.Success)
        {
            using var error = NativeMethods.Appender.DuckDBAppenderErrorData(_appender);
            throw new WarehouseException($"The rows cannot be appended: {error.Message}");
        }
    }
}
