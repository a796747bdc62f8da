using System.Runtime.InteropServices;
using Apache.Arrow;

namespace Analytics.Export;

/// <summary>Values of their own length: offsets into one run of bytes.</summary>
internal abstract class BytesCell : ResultCell
{
    private ReadOnlyMemory<byte> _offsets;
    private ReadOnlyMemory<byte> _bytes;

    internal override void Bind(ArrayData data)
    {
        base.Bind(data);
        _offsets = data.Buffers[1].Memory;
        _bytes = data.Buffers[2].Memory;
    }

    protected ReadOnlySpan<byte> Read(int row)
    {
        var offsets = MemoryMarshal.Cast<byte, int>(_offsets.Span);
        return _bytes.Span[offsets[row]..offsets[row + 1]];
    }
}

/// <summary>VARCHAR, UUID and JSON: text as it is; a JSON value stays the text DuckDB holds.</summary>
internal sealed class TextCell : BytesCell
{
    internal override void WriteJson(ResultBuffer to, int row) => JsonText.Write(to, Read(row));

    internal override void WriteText(ResultBuffer to, int row) => to.Add(Read(row));

    internal override ReadOnlySpan<byte> ReadText(int row, ResultBuffer scratch) => Read(row);
}

/// <summary>BLOB: hexadecimal digits in small letters, as DuckDB's unhex() reads them.</summary>
/// <remarks>Base64 can begin with + and would then be marked as a formula in a csv file.</remarks>
internal sealed class BlobCell : BytesCell
{
    internal override void WriteText(ResultBuffer to, int row)
    {
        var bytes = Read(row);
        if (Convert.TryToHexStringLower(bytes, to.Room(bytes.Length * 2), out var written))
        {
            to.Advance(written);
        }
    }
}

/// <summary>BIT: its digits 0 and 1. The first byte says how many bits of the second are filling.</summary>
internal sealed class BitCell : BytesCell
{
    internal override void WriteText(ResultBuffer to, int row)
    {
        var bytes = Read(row);
        for (var bit = bytes[0] + 8; bit < bytes.Length * 8; bit++)
        {
            to.Add((byte)('0' + ((bytes[bit >> 3] >> (7 - (bit & 7))) & 1)));
        }
    }
}
