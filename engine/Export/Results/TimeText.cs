namespace Analytics.Export;

/// <summary>Days and times of day in the digits of ISO 8601.</summary>
internal static class TimeText
{
    internal const long NanosOfSecond = 1_000_000_000;
    internal const long NanosOfDay = 86_400 * NanosOfSecond;

    /// <summary>2024-12-31; years before 1 as DuckDB writes them: 0044-03-15 (BC).</summary>
    /// <param name="to">Where to.</param>
    /// <param name="day">Days since 1970-01-01.</param>
    /// <returns>Whether the year is before 1; the caller writes (BC) at the end.</returns>
    internal static bool WriteDay(ResultBuffer to, long day)
    {
        var (year, month, dayOfMonth) = CivilOf(day);
        var isBefore = year < 1;
        year = isBefore ? 1 - year : year;
        var room = to.Room(32);
        var at = 0;
        if (year > 9999)
        {
            to.Add(year);
            room = to.Room(32);
        }
        else
        {
            Two(room, (int)year / 100);
            Two(room[2..], (int)year % 100);
            at = 4;
        }

        room[at] = (byte)'-';
        Two(room[(at + 1)..], month);
        room[at + 3] = (byte)'-';
        Two(room[(at + 4)..], dayOfMonth);
        to.Advance(at + 6);
        return isBefore;
    }

    /// <summary>08:00:00, with three, six or nine places when there is a fraction.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="nanos">Since midnight, at most a whole day: 24:00:00.</param>
    internal static void WriteTime(ResultBuffer to, long nanos)
    {
        var (seconds, rest) = Math.DivRem(nanos, NanosOfSecond);
        var room = to.Room(18);
        var (minutes, second) = Math.DivRem((int)seconds, 60);
        Two(room, minutes / 60);
        room[2] = (byte)':';
        Two(room[3..], minutes % 60);
        room[5] = (byte)':';
        Two(room[6..], second);
        to.Advance(8);
        if (rest != 0)
        {
            WriteFraction(to, (int)rest);
        }
    }

    private static void WriteFraction(ResultBuffer to, int nanos)
    {
        var room = to.Room(10);
        room[0] = (byte)'.';
        var places = 9;
        for (var place = 9; place > 0; place--)
        {
            room[place] = (byte)('0' + (nanos % 10));
            nanos /= 10;
        }

        while (places > 3 && room[places] == '0' && room[places - 1] == '0' && room[places - 2] == '0')
        {
            places -= 3;
        }

        to.Advance(places + 1);
    }

    private static void Two(Span<byte> room, int number)
    {
        room[1] = (byte)('0' + (number % 10));
        room[0] = (byte)('0' + (number / 10));
    }

    // Years begin in March here, so that the leap day is their last; 719468 days lie between 0000-03-01 and 1970-01-01.
    private static (long Year, int Month, int Day) CivilOf(long day)
    {
        const int DaysOfFourCenturies = 146_097;
        day += 719_468;
        var era = (day >= 0 ? day : day - DaysOfFourCenturies + 1) / DaysOfFourCenturies;
        var dayOfEra = (int)(day - (era * DaysOfFourCenturies));
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var month = ((5 * dayOfYear) + 2) / 153;
        var dayOfMonth = dayOfYear - (((153 * month) + 2) / 5) + 1;
        month = month < 10 ? month + 3 : month - 9;
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, dayOfMonth);
    }
}
