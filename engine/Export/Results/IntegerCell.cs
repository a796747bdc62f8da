using System.Numerics;

namespace Analytics.Export;

/// <summary>Whole numbers of up to 64 bits; beyond ±(2^53-1) a string in JSON, beyond 15 digits text in a workbook.</summary>
internal sealed class IntegerCell<T> : FixedCell<T>
    where T : unmanaged, IBinaryInteger<T>
{
    internal override void WriteJson(ResultBuffer to, int row)
    {
        var value = Read(row);
        if (long.CreateSaturating(value) is >= -ResultNumbers.MaxSafe and <= ResultNumbers.MaxSafe)
        {
            to.Add(value);
        }
        else
        {
            to.Add((byte)'"');
            to.Add(value);
            to.Add((byte)'"');
        }
    }

    internal override void WriteText(ResultBuffer to, int row) => to.Add(Read(row));

    internal override void WriteBook(BookRow to, int row)
    {
        if (
            long.CreateSaturating(Read(row))
            is > -ResultNumbers.SixteenDigits
                and < ResultNumbers.SixteenDigits
                and var value
        )
        {
            to.AddWhole(value);
        }
        else
        {
            to.AddText(this, row);
        }
    }
}

/// <summary>How large a number may be before a program with doubles loses digits.</summary>
internal static class ResultNumbers
{
    /// <summary>2^53-1: up to here every whole number has its own double.</summary>
    internal const long MaxSafe = 9_007_199_254_740_991;

    /// <summary>The first whole number of sixteen digits; a spreadsheet keeps fifteen.</summary>
    internal const long SixteenDigits = 1_000_000_000_000_000;

    /// <summary>Significant digits that a double always keeps.</summary>
    internal const int SafeDigits = 15;
}
