using System.Runtime.InteropServices;
using System.Text;
using Apache.Arrow;

namespace Analytics.Export;

/// <summary>A value that holds others; plain text of it is its JSON.</summary>
internal abstract class NestedCell : ResultCell
{
    internal override void WriteText(ResultBuffer to, int row) => WriteJson(to, row);
}

/// <summary>LIST: an array.</summary>
internal sealed class ListCell(ResultCell items) : NestedCell
{
    private ReadOnlyMemory<byte> _offsets;

    internal override void Bind(ArrayData data)
    {
        base.Bind(data);
        _offsets = data.Buffers[1].Memory;
        items.Bind(data.Children[0]);
    }

    internal override void WriteJson(ResultBuffer to, int row)
    {
        var offsets = MemoryMarshal.Cast<byte, int>(_offsets.Span);
        WriteItems(to, items, offsets[row], offsets[row + 1]);
    }

    internal static void WriteItems(ResultBuffer to, ResultCell items, int first, int end)
    {
        to.Add((byte)'[');
        for (var item = first; item < end; item++)
        {
            if (item > first)
            {
                to.Add((byte)',');
            }

            items.WriteJsonOrNull(to, item);
        }

        to.Add((byte)']');
    }
}

/// <summary>ARRAY, each row as long as the others: an array.</summary>
internal sealed class FixedListCell(ResultCell items, int size) : NestedCell
{
    internal override void Bind(ArrayData data)
    {
        base.Bind(data);
        items.Bind(data.Children[0]);
    }

    internal override void WriteJson(ResultBuffer to, int row) =>
        ListCell.WriteItems(to, items, row * size, (row + 1) * size);
}

/// <summary>STRUCT: an object; one whose fields have no names, as row(1, 2) makes, an array.</summary>
internal sealed class StructCell : NestedCell
{
    private readonly IReadOnlyList<ResultCell> _fields;
    private readonly byte[][] _names;
    private readonly bool _isTuple;

    internal StructCell(IReadOnlyList<string> names, IReadOnlyList<ResultCell> fields)
    {
        _fields = fields;
        _names = names.Select(Key).ToArray();
        _isTuple = names.All(name => name.Length == 0);
    }

    /// <summary>A name with its quotes and the colon behind it.</summary>
    internal static byte[] Key(string name)
    {
        using var key = new ResultBuffer();
        JsonText.Write(key, Encoding.UTF8.GetBytes(name));
        key.Add((byte)':');
        return key.Written.ToArray();
    }

    internal override void Bind(ArrayData data)
    {
        base.Bind(data);
        for (var i = 0; i < _fields.Count; i++)
        {
            _fields[i].Bind(data.Children[i]);
        }
    }

    internal override void WriteJson(ResultBuffer to, int row)
    {
        to.Add(_isTuple ? (byte)'[' : (byte)'{');
        for (var i = 0; i < _fields.Count; i++)
        {
            if (i > 0)
            {
                to.Add((byte)',');
            }

            if (!_isTuple)
            {
                to.Add(_names[i]);
            }

            _fields[i].WriteJsonOrNull(to, row);
        }

        to.Add(_isTuple ? (byte)']' : (byte)'}');
    }
}

/// <summary>MAP: an array of {"key", "value"}, because its keys need be neither text nor few.</summary>
internal sealed class MapCell(ResultCell keys, ResultCell values) : NestedCell
{
    private ReadOnlyMemory<byte> _offsets;

    internal override void Bind(ArrayData data)
    {
        base.Bind(data);
        _offsets = data.Buffers[1].Memory;
        var entries = data.Children[0];
        keys.Bind(entries.Children[0]);
        values.Bind(entries.Children[1]);
    }

    internal override void WriteJson(ResultBuffer to, int row)
    {
        var offsets = MemoryMarshal.Cast<byte, int>(_offsets.Span);
        var (first, end) = (offsets[row], offsets[row + 1]);
        to.Add((byte)'[');
        for (var entry = first; entry < end; entry++)
        {
            to.Add(entry > first ? ",{\"key\":"u8 : "{\"key\":"u8);
            keys.WriteJsonOrNull(to, entry);
            to.Add(",\"value\":"u8);
            values.WriteJsonOrNull(to, entry);
            to.Add((byte)'}');
        }

        to.Add((byte)']');
    }
}

/// <summary>UNION: an object of the one member that is set, {"num":2}; null when that member is null.</summary>
internal sealed class UnionCell(IReadOnlyList<string> names, IReadOnlyList<ResultCell> members) : NestedCell
{
    private readonly byte[][] _names = names.Select(StructCell.Key).ToArray();
    private ReadOnlyMemory<byte> _tags;

    internal override void Bind(ArrayData data)
    {
        // A union has no bits for nulls of its own.
        _tags = data.Buffers[0].Memory;
        for (var i = 0; i < members.Count; i++)
        {
            members[i].Bind(data.Children[i]);
        }
    }

    internal override bool IsNull(int row) => members[_tags.Span[row]].IsNull(row);

    internal override void WriteJson(ResultBuffer to, int row)
    {
        var tag = _tags.Span[row];
        to.Add((byte)'{');
        to.Add(_names[tag]);
        members[tag].WriteJsonOrNull(to, row);
        to.Add((byte)'}');
    }
}
