using Analytics.Domain;
using Analytics.Ingest.Reference;

namespace Analytics.Tests.Ingest.Reference;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar s_shipped = WorkingCalendar.Load(
        Path.Combine(AppContext.BaseDirectory, "data", "reference", "calendar")
    );

    [Theory]
    [InlineData("2024-09-29", true)] // Sunday, worked
    [InlineData("2024-09-28", false)] // Saturday
    [InlineData("2024-10-01", false)]
    [InlineData("2024-10-07", false)]
    [InlineData("2024-10-08", true)]
    [InlineData("2025-01-26", true)] // Sunday, worked
    [InlineData("2025-01-28", false)]
    [InlineData("2025-02-04", false)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-11", true)] // Saturday, worked
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-28", true)] // Saturday, worked
    [InlineData("2026-11-25", true)]
    public void The_shipped_calendars_know_days_off_and_worked_weekends(string day, bool isWorking) =>
        Assert.Equal(isWorking, s_shipped.IsWorking(DateOnly.Parse(day, null)));

    // 2024: 1 + 8 + 3 + 5 + 1 + 3 + 7 days off, 8 worked; 2025: 1 + 8 + 3 + 5 + 3 + 8, 5 worked; 2026: 3 + 9 + 3 + 5 + 3 + 3 + 7, 6 worked.
    [Theory]
    [InlineData(2024, 28, 8)]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void Every_day_of_the_notices_is_listed(int year, int off, int worked)
    {
        var days = s_shipped.Days.Where(day => day.Day.Year == year).ToList();

        Assert.Equal((off, worked), (days.Count(day => !day.IsWorked), days.Count(day => day.IsWorked)));
        // A worked day is a Saturday or Sunday: otherwise the table is wrong.
        Assert.All(
            days.Where(day => day.IsWorked),
            day => Assert.True(day.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, day.Day.ToString("o", null))
        );
    }

    [Fact]
    public void Twenty_working_days_over_the_National_Day_week_end_on_30_October() =>
        // 27 September 2024 is a Friday; the sum is in RequestTests.
        Assert.Equal(new DateOnly(2024, 10, 30), s_shipped.After(new DateOnly(2024, 9, 27), 20));

    [Fact]
    public void A_year_without_a_table_is_an_error_that_names_the_file()
    {
        var refusal = Assert.Throws<NoticeFormatException>(() => s_shipped.IsWorking(new DateOnly(2027, 1, 4)));

        Assert.Contains("data/reference/calendar/2027.csv", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-10-01,free,国庆节,x", "free")]
    [InlineData("2025-10-01,off,国庆节,x", "2025-10-01")]
    [InlineData("2024-13-01,off,国庆节,x", "2024-13-01")]
    [InlineData("2024-10-01,off,国庆节,x\n2024-10-01,off,国庆节,x", "第 3 行")]
    public void A_wrong_row_is_refused_with_its_place(string rows, string named)
    {
        var folder = Directory.CreateTempSubdirectory("calendar-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "2024.csv"), "day,kind,name,source\n" + rows + "\n");

            var refusal = Assert.Throws<NoticeFormatException>(() => WorkingCalendar.Load(folder.FullName));

            Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
