using Analytics.Ingest.Text;

namespace Analytics.Ingest.Tables;

/// <summary>A cell as a day: 2024-12-05 · 2024年12月5日 · 2024.12.5 · 2024/12/5 · 20241205 · 12月5日 · 45631 (the worksheet's own number).</summary>
internal static class CellDate
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell; a time of day behind the date is left out.</param>
    /// <param name="year">The year of a date without one; null when it is not known.</param>
    public static (CellState State, DateOnly Day) Read(string cell, int? year)
    {
        if (CellWords.IsNotStated(cell))
        {
            return (CellState.NotStated, default);
        }

        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var count = Parts(cell, parts, lengths);
        var day = count switch
        {
            1 when lengths[0] == 8 => Day(parts[0] / 10000, parts[0] / 100 % 100, parts[0] % 100),
            // 1990-01-01 to 2099-12-31 as a worksheet counts days.
            1 when lengths[0] == 5 && parts[0] is >= 32874 and <= 73050 => DateOnly.FromDateTime(
                DateTime.FromOADate(parts[0])
            ),
            2 when year is { } known && lengths[0] <= 2 => Day(known, parts[0], parts[1]),
            3 when lengths[0] == 4 => Day(parts[0], parts[1], parts[2]),
            3 when lengths[0] == 2 && cell.Contains('年', StringComparison.Ordinal) => Day(
                2000 + parts[0],
                parts[1],
                parts[2]
            ),
            3 when lengths[2] == 4 => Day(parts[2], parts[0], parts[1]),
            _ => null,
        };
        return day is { } found ? (CellState.Stated, found) : (CellState.Wrong, default);
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    // The numbers of a date, or -1 when anything else stands there.
    private static int Parts(string cell, Span<int> parts, Span<int> lengths)
    {
        lengths.Clear();
        parts.Clear();
        var count = 0;
        for (var i = 0; i < cell.Length; i++)
        {
            var c = CharacterFolding.Fold(cell[i]);
            if (char.IsAsciiDigit(c))
            {
                if (count == 0 || lengths[count - 1] < 0)
                {
                    count++;
                }

                if (count > 3 || lengths[count - 1] >= 8)
                {
                    return -1;
                }

                parts[count - 1] = (parts[count - 1] * 10) + (c - '0');
                lengths[count - 1]++;
                continue;
            }

            if (count > 0 && (c == 'T' || (c is ' ' or '\n' or '日' && count >= 2)) && IsTime(cell.AsSpan(i + 1)))
            {
                break;
            }

            if (c is not ('年' or '月' or '日' or '号' or '-' or '/' or '.' or ' ' or '\0'))
            {
                return -1;
            }

            // A day's fraction behind the worksheet's number is its time.
            if (c == '.' && count == 1 && lengths[0] == 5)
            {
                break;
            }

            if (count > 0 && lengths[count - 1] > 0)
            {
                lengths[count - 1] = -lengths[count - 1];
            }
        }

        for (var i = 0; i < 3; i++)
        {
            lengths[i] = Math.Abs(lengths[i]);
        }

        return count;
    }

    private static bool IsTime(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim();
        return rest.Length is >= 4 and <= 12
            && rest.IndexOfAny(':', '时') is 1 or 2
            && rest.IndexOfAnyExcept("0123456789:.时分秒".AsSpan()) < 0;
    }
}
