using System.Runtime.InteropServices;
using Apache.Arrow;

namespace Analytics.Export;

/// <summary>Reads one column of the Arrow stream, batch by batch, and writes its values; the same object serves every batch.</summary>
/// <remarks>Arrays read from a stream always begin at 0, so no offset is looked at.</remarks>
internal abstract class ResultCell
{
    private ReadOnlyMemory<byte> _validity;

    /// <summary>Whether <see cref="WriteText"/> gives only digits, signs and letters, so that no format need quote it.</summary>
    internal virtual bool IsBare => false;

    /// <summary>By how many characters a workbook may show it longer than <see cref="WriteText"/>: zeros at the end.</summary>
    internal virtual int PlacesShown => 0;

    /// <summary>Turns to another batch, which must stay until the next call.</summary>
    internal virtual void Bind(ArrayData data) =>
        _validity =
            data.NullCount == 0 ? default
            : data.Buffers.Length == 0 ? default
            : data.Buffers[0].Memory;

    internal virtual bool IsNull(int row) => !_validity.IsEmpty && ((_validity.Span[row >> 3] >> (row & 7)) & 1) == 0;

    /// <summary>The value as JSON: its text in quotes where nothing else is said; the row must not be null.</summary>
    internal virtual void WriteJson(ResultBuffer to, int row)
    {
        to.Add((byte)'"');
        WriteText(to, row);
        to.Add((byte)'"');
    }

    /// <summary>The value as plain text in UTF-8, nested ones as JSON; the row must not be null.</summary>
    internal abstract void WriteText(ResultBuffer to, int row);

    /// <summary>What <see cref="WriteText"/> would write, without a copy where it lies in the batch already.</summary>
    /// <param name="row">Must not be null.</param>
    /// <param name="scratch">Overwritten when a copy is needed; the span holds until it is used again.</param>
    internal virtual ReadOnlySpan<byte> ReadText(int row, ResultBuffer scratch)
    {
        scratch.CutTo(0);
        WriteText(scratch, row);
        return scratch.Written;
    }

    /// <summary>The value as a cell of a workbook; the row must not be null.</summary>
    internal virtual void WriteBook(BookRow to, int row) => to.AddText(this, row);

    internal void WriteJsonOrNull(ResultBuffer to, int row)
    {
        if (IsNull(row))
        {
            to.Add("null"u8);
        }
        else
        {
            WriteJson(to, row);
        }
    }
}

/// <summary>A column whose values have one width and lie one behind the other.</summary>
internal abstract class FixedCell<T> : ResultCell
    where T : unmanaged
{
    private ReadOnlyMemory<byte> _values;

    internal override bool IsBare => true;

    internal override void Bind(ArrayData data)
    {
        base.Bind(data);
        _values = data.Buffers[1].Memory;
    }

    protected T Read(int row) => MemoryMarshal.Cast<byte, T>(_values.Span)[row];
}
