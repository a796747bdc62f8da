using System.Globalization;
using System.Numerics;

namespace Analytics.Export;

/// <summary>FLOAT and DOUBLE: the shortest digits that read back as the same number; NaN and Infinity are strings in JSON.</summary>
internal sealed class FloatCell<T> : FixedCell<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal override void WriteJson(ResultBuffer to, int row)
    {
        if (T.IsFinite(Read(row)))
        {
            WriteText(to, row);
        }
        else
        {
            to.Add((byte)'"');
            WriteText(to, row);
            to.Add((byte)'"');
        }
    }

    internal override void WriteText(ResultBuffer to, int row) => to.Add(Read(row));

    internal override void WriteBook(BookRow to, int row)
    {
        var value = Read(row);
        if (!T.IsFinite(value))
        {
            to.AddText(this, row);
        }
        else if (typeof(T) == typeof(float))
        {
            // Widened bit by bit, 0.1 of a FLOAT would show as 0.100000001490116.
            Span<byte> digits = stackalloc byte[64];
            value.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);
            to.AddDouble(double.Parse(digits[..count], CultureInfo.InvariantCulture));
        }
        else
        {
            to.AddDouble(double.CreateChecked(value));
        }
    }
}
