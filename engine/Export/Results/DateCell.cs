using Apache.Arrow.Types;

namespace Analytics.Export;

/// <summary>DATE: 2024-12-31; infinity and -infinity are those words.</summary>
internal sealed class DateCell : FixedCell<int>
{
    internal override void WriteText(ResultBuffer to, int row)
    {
        var day = Read(row);
        if (day is int.MaxValue or -int.MaxValue)
        {
            to.Add(day > 0 ? "infinity"u8 : "-infinity"u8);
        }
        else if (TimeText.WriteDay(to, day))
        {
            to.Add(" (BC)"u8);
        }
    }

    internal override void WriteBook(BookRow to, int row)
    {
        if (!to.TryAddDay(Read(row)))
        {
            to.AddText(this, row);
        }
    }
}

/// <summary>TIME and TIME_NS: 08:00:00, with three, six or nine places when there is a fraction.</summary>
internal sealed class TimeCell(TimeUnit unit) : FixedCell<long>
{
    private readonly long _nanos = Units.NanosOf(unit);

    internal override void WriteText(ResultBuffer to, int row) => TimeText.WriteTime(to, Read(row) * _nanos);

    internal override void WriteBook(BookRow to, int row)
    {
        if (!to.TryAddTime(Read(row) * _nanos))
        {
            to.AddText(this, row);
        }
    }
}

/// <summary>TIMESTAMP of every unit: 2024-12-31T08:00:00.123 in JSON, with a space for the T elsewhere, with a Z when it knows its zone.</summary>
/// <param name="unit">Of the numbers in the stream.</param>
/// <param name="isUtc">TIMESTAMPTZ: a moment, shown in UTC.</param>
internal sealed class TimestampCell(TimeUnit unit, bool isUtc) : FixedCell<long>
{
    private readonly long _nanos = Units.NanosOf(unit);
    private readonly long _unitsOfDay = TimeText.NanosOfDay / Units.NanosOf(unit);

    internal override void WriteJson(ResultBuffer to, int row)
    {
        to.Add((byte)'"');
        Write(to, Read(row), (byte)'T');
        to.Add((byte)'"');
    }

    internal override void WriteText(ResultBuffer to, int row) => Write(to, Read(row), (byte)' ');

    internal override void WriteBook(BookRow to, int row)
    {
        var (day, rest) = Split(Read(row));
        if (!to.TryAddMoment(day, rest * _nanos, isUtc))
        {
            to.AddText(this, row);
        }
    }

    private void Write(ResultBuffer to, long value, byte between)
    {
        if (value is long.MaxValue or -long.MaxValue)
        {
            to.Add(value > 0 ? "infinity"u8 : "-infinity"u8);
            return;
        }

        var (day, rest) = Split(value);
        var isBefore = TimeText.WriteDay(to, day);
        to.Add(between);
        TimeText.WriteTime(to, rest * _nanos);
        if (isUtc)
        {
            to.Add((byte)'Z');
        }

        if (isBefore)
        {
            to.Add(" (BC)"u8);
        }
    }

    private (long Day, long InDay) Split(long value)
    {
        var (day, rest) = Math.DivRem(value, _unitsOfDay);
        return rest < 0 ? (day - 1, rest + _unitsOfDay) : (day, rest);
    }
}

/// <summary>Arrow's units of time.</summary>
internal static class Units
{
    internal static long NanosOf(TimeUnit unit) =>
        unit switch
        {
            TimeUnit.Second => TimeText.NanosOfSecond,
            TimeUnit.Millisecond => 1_000_000,
            TimeUnit.Microsecond => 1000,
            _ => 1,
        };
}
