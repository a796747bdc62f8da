using System.Globalization;
using Analytics.Domain;

namespace Analytics.Ingest.Reference;

/// <summary>Which days are worked (工作日历), by the State Council's notices, a table for each year. Immutable.</summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, CalendarDay> _days;
    private readonly HashSet<int> _years;

    private WorkingCalendar(IReadOnlyList<CalendarDay> days)
    {
        Days = days;
        _days = days.ToDictionary(day => day.Day);
        _years = [.. days.Select(day => day.Day.Year)];
    }

    /// <summary>A calendar without any year.</summary>
    public static WorkingCalendar Empty { get; } = new([]);

    /// <summary>The listed days, in order.</summary>
    public IReadOnlyList<CalendarDay> Days { get; }

    /// <summary>Reads the tables of a folder, <c>2024.csv</c> and so on.</summary>
    /// <param name="folder">The folder; one that is missing holds no year.</param>
    /// <exception cref="NoticeFormatException">A row is wrong; the message names file, row and cure.</exception>
    public static WorkingCalendar Load(string folder) =>
        Directory.Exists(folder)
            ? new([.. Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal).SelectMany(LoadYear)])
            : Empty;

    /// <summary>Whether a year has a table.</summary>
    public bool Knows(int year) => _years.Contains(year);

    /// <summary>Whether a day is worked.</summary>
    /// <param name="day">A day.</param>
    /// <exception cref="NoticeFormatException">Its year has no table; the message names the file to add.</exception>
    public bool IsWorking(DateOnly day) =>
        !Knows(day.Year) ? throw new NoticeFormatException(Missing(day.Year))
        : _days.TryGetValue(day, out var listed) ? listed.IsWorked
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day on which a number of working days have passed, the first being the day after.</summary>
    /// <param name="day">The day of receipt.</param>
    /// <param name="count">Working days.</param>
    /// <exception cref="NoticeFormatException">A year has no table.</exception>
    public DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= IsWorking(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>What to say when a year is missing, with the file to add.</summary>
    public static string Missing(int year) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"没有 {year} 年的工作日历，不能计算工作日。请按国务院办公厅的放假通知添加 data/reference/calendar/{year}.csv（列 day,kind,name,source）。"
        );

    private static IEnumerable<CalendarDay> LoadYear(string path)
    {
        var name = Path.GetFileName(path);
        var seen = new HashSet<DateOnly>();
        var rows = ReferenceTable.Read(path, "day", "kind", "name", "source");
        for (var index = 0; index < rows.Count; index++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"calendar/{name} 第 {index + 2} 行");
            var day =
                ReferenceDay.Parse(rows[index][0], place, "day")
                ?? throw new NoticeFormatException($"{place}的 day 是空的。请填写日期。");
            if (day.Year.ToString(CultureInfo.InvariantCulture) + ".csv" != name || !seen.Add(day))
            {
                throw new NoticeFormatException(
                    $"{place}的 {rows[index][0]} 重复或不属于这一年。请只保留这一年的日期，每天一行。"
                );
            }

            if (rows[index][1] is not ("off" or "work"))
            {
                throw new NoticeFormatException(
                    $"{place}的 kind “{rows[index][1]}” 只能是 off（放假）或 work（上班）。"
                );
            }

            yield return new CalendarDay(day, rows[index][1] == "work", rows[index][2], rows[index][3]);
        }
    }
}
