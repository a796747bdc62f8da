using Apache.Arrow;

namespace Analytics.Export;

/// <summary>BOOLEAN: true and false.</summary>
internal sealed class BooleanCell : ResultCell
{
    private ReadOnlyMemory<byte> _values;

    internal override bool IsBare => true;

    internal override void Bind(ArrayData data)
    {
        base.Bind(data);
        _values = data.Buffers[1].Memory;
    }

    internal override void WriteJson(ResultBuffer to, int row) => WriteText(to, row);

    internal override void WriteText(ResultBuffer to, int row) => to.Add(Read(row) ? "true"u8 : "false"u8);

    internal override void WriteBook(BookRow to, int row) => to.AddFlag(Read(row));

    private bool Read(int row) => ((_values.Span[row >> 3] >> (row & 7)) & 1) != 0;
}
