using System.Runtime.InteropServices;

namespace Analytics.Export;

/// <summary>INTERVAL as DuckDB writes it: 1 year 2 months 3 days 04:00:05.5.</summary>
internal sealed class IntervalCell : FixedCell<MonthsDaysNanos>
{
    // It has blanks, and may begin with a minus a spreadsheet would take for a formula.
    internal override bool IsBare => false;

    internal override void WriteText(ResultBuffer to, int row)
    {
        var value = Read(row);
        var begin = to.Length;
        AddPart(to, begin, value.Months / 12, "year"u8);
        AddPart(to, begin, value.Months % 12, "month"u8);
        AddPart(to, begin, value.Days, "day"u8);
        if (value.Nanos != 0 || to.Length == begin)
        {
            AddBlank(to, begin);
            AddTime(to, value.Nanos);
        }
    }

    private static void AddPart(ResultBuffer to, int begin, int count, ReadOnlySpan<byte> unit)
    {
        if (count == 0)
        {
            return;
        }

        AddBlank(to, begin);
        to.Add(count);
        to.Add((byte)' ');
        to.Add(unit);
        if (count is not (1 or -1))
        {
            to.Add((byte)'s');
        }
    }

    private static void AddBlank(ResultBuffer to, int begin)
    {
        if (to.Length > begin)
        {
            to.Add((byte)' ');
        }
    }

    private static void AddTime(ResultBuffer to, long nanos)
    {
        if (nanos < 0)
        {
            to.Add((byte)'-');
        }

        var (seconds, rest) = Math.DivRem(Math.Abs(nanos), TimeText.NanosOfSecond);
        AddTwo(to, seconds / 3600);
        to.Add((byte)':');
        AddTwo(to, seconds / 60 % 60);
        to.Add((byte)':');
        AddTwo(to, seconds % 60);
        if (rest > 0)
        {
            to.Add((byte)'.');
        }

        for (; rest > 0; rest = rest * 10 % TimeText.NanosOfSecond)
        {
            to.Add((byte)('0' + (rest * 10 / TimeText.NanosOfSecond)));
        }
    }

    private static void AddTwo(ResultBuffer to, long number)
    {
        if (number < 10)
        {
            to.Add((byte)'0');
        }

        to.Add(number);
    }
}

/// <summary>An interval as Arrow lays it out.</summary>
/// <param name="Months">Years too, twelve each.</param>
/// <param name="Days">Not part of the months.</param>
/// <param name="Nanos">Below a day or above.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct MonthsDaysNanos(int Months, int Days, long Nanos);
