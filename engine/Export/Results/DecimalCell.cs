using System.Globalization;

namespace Analytics.Export;

/// <summary>DECIMAL, HUGEINT and UHUGEINT, without the zeros at the end of the places.</summary>
/// <param name="scale">Digits behind the point.</param>
/// <param name="isUnsigned">UHUGEINT: the highest bit is no sign.</param>
/// <remarks>
/// A string in JSON: whole numbers beyond ±(2^53-1), others with more than 15 significant digits; a double could not hold
/// them. In a workbook text is what has more than 15 digits.
/// </remarks>
internal sealed class DecimalCell(int scale, bool isUnsigned) : FixedCell<Int128>
{
    private const int MostDigits = 39;
    private const int MostPlacesOfDecimal = 28;

    internal override int PlacesShown => scale is > 0 and <= BookStyles.MostFixedPlaces ? scale + 1 : 0;

    internal override void WriteJson(ResultBuffer to, int row)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        var (count, places, isNegative) = ReadDigits(row, digits);
        var isString =
            scale == 0
                ? isUnsigned
                    ? (UInt128)Read(row) > ResultNumbers.MaxSafe
                    : Read(row) > ResultNumbers.MaxSafe || Read(row) < -ResultNumbers.MaxSafe
                : count > ResultNumbers.SafeDigits;
        if (isString)
        {
            to.Add((byte)'"');
        }

        Write(to, digits[..count], places, isNegative);
        if (isString)
        {
            to.Add((byte)'"');
        }
    }

    internal override void WriteText(ResultBuffer to, int row)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        var (count, places, isNegative) = ReadDigits(row, digits);
        Write(to, digits[..count], places, isNegative);
    }

    internal override void WriteBook(BookRow to, int row)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        var (count, places, isNegative) = ReadDigits(row, digits);
        if (count > ResultNumbers.SafeDigits)
        {
            to.AddText(this, row);
            return;
        }

        var value = count == 0 ? 0 : long.Parse(digits[..count], CultureInfo.InvariantCulture);
        value = isNegative ? -value : value;
        if (places == 0 && scale == 0)
        {
            to.AddWhole(value);
        }
        else if (places <= MostPlacesOfDecimal)
        {
            var magnitude = (ulong)Math.Abs(value);
            to.AddDecimal(new decimal((int)magnitude, (int)(magnitude >> 32), 0, isNegative, (byte)places), scale);
        }
        else
        {
            to.AddDouble(value / Math.Pow(10, places));
        }
    }

    // The digits of the number without those zeros behind the point that end it; none at all for 0.
    private (int Count, int Places, bool IsNegative) ReadDigits(int row, Span<byte> digits)
    {
        var value = Read(row);
        var isNegative = !isUnsigned && Int128.IsNegative(value);
        var magnitude = isNegative ? (UInt128)(-value) : (UInt128)value;
        var count = 0;
        // 64 bits are written several times faster, and nearly every number fits.
        _ =
            magnitude <= ulong.MaxValue
                ? ((ulong)magnitude).TryFormat(digits, out count, default, CultureInfo.InvariantCulture)
                : magnitude.TryFormat(digits, out count, default, CultureInfo.InvariantCulture);
        var places = scale;
        while (count > 0 && digits[count - 1] == (byte)'0' && (places > 0 || count == 1))
        {
            count--;
            places = Math.Max(0, places - 1);
        }

        return (count, count == 0 ? 0 : places, isNegative);
    }

    private static void Write(ResultBuffer to, ReadOnlySpan<byte> digits, int places, bool isNegative)
    {
        var room = to.Room(MostDigits * 2);
        var at = 0;
        if (isNegative)
        {
            room[at++] = (byte)'-';
        }

        var whole = digits.Length - places;
        if (whole <= 0)
        {
            room[at++] = (byte)'0';
        }
        else
        {
            digits[..whole].CopyTo(room[at..]);
            at += whole;
        }

        if (places > 0)
        {
            room[at++] = (byte)'.';
            for (; whole < 0; whole++)
            {
                room[at++] = (byte)'0';
            }

            digits[whole..].CopyTo(room[at..]);
            at += digits.Length - whole;
        }

        to.Advance(at);
    }
}
