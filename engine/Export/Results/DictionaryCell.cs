using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Analytics.Export;

/// <summary>ENUM: each row is a place in a list of words.</summary>
internal sealed class DictionaryCell(IntegerType index, ResultCell words) : ResultCell
{
    private ReadOnlyMemory<byte> _places;

    internal override void Bind(ArrayData data)
    {
        base.Bind(data);
        _places = data.Buffers[1].Memory;
        words.Bind(data.Dictionary);
    }

    internal override bool IsNull(int row) => base.IsNull(row) || words.IsNull(Read(row));

    internal override void WriteJson(ResultBuffer to, int row) => words.WriteJson(to, Read(row));

    internal override void WriteText(ResultBuffer to, int row) => words.WriteText(to, Read(row));

    internal override ReadOnlySpan<byte> ReadText(int row, ResultBuffer scratch) => words.ReadText(Read(row), scratch);

    private int Read(int row) =>
        index.BitWidth switch
        {
            8 => _places.Span[row],
            16 => MemoryMarshal.Cast<byte, ushort>(_places.Span)[row],
            _ => MemoryMarshal.Cast<byte, int>(_places.Span)[row],
        };
}
