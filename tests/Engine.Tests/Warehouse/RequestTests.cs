using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Tests.Warehouse;

public sealed class RequestTests
{
    /// <summary>National Day 2024: 1 to 7 October off, Sunday 29 September and Saturday 12 October worked.</summary>
    public const string Calendar2024 = """
        day,kind,name,source
        2024-09-29,work,国庆节,测试
        2024-10-01,off,国庆节,测试
        2024-10-02,off,国庆节,测试
        2024-10-03,off,国庆节,测试
        2024-10-04,off,国庆节,测试
        2024-10-05,off,国庆节,测试
        2024-10-06,off,国庆节,测试
        2024-10-07,off,国庆节,测试
        2024-10-12,work,国庆节,测试
        """;

    private static readonly DateOnly s_friday = new(2024, 9, 27);

    // From Friday 27 September: 29 Sep (Sunday, worked) 1, 30 Sep 2, 8 to 11 Oct 3 to 6, 12 Oct (Saturday, worked) 7, 14 to 18 Oct 8 to 12,
    // 21 to 25 Oct 13 to 17, 28 Oct 18, 29 Oct 19, 30 Oct 20, 31 Oct 21, 1 Nov 22, 4 Nov 23, 5 Nov 24, 6 Nov 25.
    [Theory]
    [InlineData("2024-09-27", 0, 0L, false, false, "2024-10-30")]
    [InlineData("2024-09-29", 0, 1L, false, false, "2024-10-30")]
    [InlineData("2024-10-08", 0, 3L, false, false, "2024-10-30")]
    [InlineData("2024-10-12", 0, 7L, false, false, "2024-10-30")]
    [InlineData("2024-10-13", 0, 7L, false, false, "2024-10-30")]
    [InlineData("2024-10-28", 0, 18L, false, false, "2024-10-30")]
    [InlineData("2024-10-29", 0, 19L, false, true, "2024-10-30")]
    [InlineData("2024-10-30", 0, 20L, false, true, "2024-10-30")]
    [InlineData("2024-10-31", 0, 21L, true, false, "2024-10-30")]
    [InlineData("2024-10-31", 5, 21L, false, false, "2024-11-06")]
    public void Working_days_are_counted_over_the_National_Day_week(
        string answered,
        int extended,
        long days,
        bool isLate,
        bool isLast,
        string due
    )
    {
        using var warehouse = WithCalendar();
        warehouse.Live.Load([Request(new(1, answered, extended))], "测试");

        using var snapshot = warehouse.Open();
        var row = Assert.Single(Requests.All(snapshot));
        Assert.Equal(
            (
                (long?)days,
                (bool?)isLate,
                isLast,
                (DateOnly?)DateOnly.Parse(due, null),
                false,
                "gongan",
                new Quarter(2024, 4).ToString()
            ),
            (row.WorkingDays, row.IsLate, row.IsDay19Or20, row.DueOn, row.IsOpen, row.Unit, "2024Q4")
        );
    }

    [Fact]
    public void An_open_request_has_a_due_day_and_is_neither_late_nor_on_time()
    {
        using var warehouse = WithCalendar();
        warehouse.Live.Load([Request(new(1, null, 0))], "测试");

        using var snapshot = warehouse.Open();
        var row = Assert.Single(Requests.All(snapshot, new Quarter(2024, 3)));
        Assert.Equal(
            (true, null, null, (DateOnly?)new DateOnly(2024, 10, 30)),
            (row.IsOpen, row.IsLate, row.WorkingDays, row.DueOn)
        );
    }

    [Fact]
    public void A_year_without_a_calendar_is_refused_with_the_file_to_add()
    {
        using var warehouse = WithCalendar();
        var answered = new RequestRow(
            "1号",
            "公安局",
            new(2024, 12, 10),
            new(2024, 12, 20),
            0,
            null,
            null,
            "台账!第2行"
        );
        var open = answered with { Number = "2号", AnsweredOn = null, Location = "台账!第3行" };
        var next = answered with
        {
            Number = "3号",
            AnsweredOn = new(2027, 1, 5),
            ReceivedOn = new(2027, 1, 4),
            Location = "台账!第4行",
        };

        var report = warehouse.Live.Preview(
            [Sheets.File("台账.xlsx", Sheets.OfRequests(answered, open, next))],
            "测试"
        );

        Assert.True(report.IsRefused);
        Assert.Equal(["台账!第3行", "台账!第4行"], report.Problems.Select(problem => problem.Location));
        Assert.Contains("data/reference/calendar/2025.csv", report.Problems[0].Cure, StringComparison.Ordinal);
        Assert.Contains("data/reference/calendar/2027.csv", report.Problems[1].Cure, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(report.Files).RequestCount);
    }

    [Fact]
    public void Days_that_contradict_each_other_are_refused()
    {
        using var warehouse = WithCalendar();
        var early = new RequestRow("1号", "公安局", new(2024, 10, 10), new(2024, 10, 9), 0, null, null, "台账!第2行");
        var extended = early with { AnsweredOn = null, ExtendedDays = 21, Location = "台账!第3行" };

        var report = warehouse.Live.Preview([Sheets.File("台账.xlsx", Sheets.OfRequests(early, extended))], "测试");

        Assert.Equal(
            [LoadProblemKind.Request, LoadProblemKind.Request],
            report.Problems.Select(problem => problem.Kind)
        );
    }

    [Fact]
    public void A_corrected_register_replaces_it_and_requests_keep_their_id()
    {
        using var warehouse = WithCalendar();
        warehouse.Live.Load([Request(new(1, null, 0))], "测试");
        var before = Only(warehouse).Id;

        var report = warehouse.Live.Load([Request(new(1, "2024-10-30", 0))], "测试");

        Assert.Equal(LoadedFile.Replaced, Assert.Single(report.Files).Status);
        Assert.Equal((before, false), (Only(warehouse).Id, Only(warehouse).IsOpen));
    }

    private static RequestResult Only(TestWarehouse warehouse)
    {
        using var snapshot = warehouse.Open();
        return Assert.Single(Requests.All(snapshot));
    }

    private static LoadFile Request((int Number, string? Answered, int Extended) one) =>
        Sheets.File(
            "台账.xlsx",
            Sheets.OfRequests(
                new RequestRow(
                    $"{one.Number}号",
                    "旗公安局",
                    s_friday,
                    one.Answered is null ? null : DateOnly.Parse(one.Answered, null),
                    one.Extended,
                    "予以公开",
                    one.Answered is null ? null : "2024Q4",
                    "台账!第2行"
                )
            )
        );

    private static TestWarehouse WithCalendar()
    {
        var warehouse = new TestWarehouse();
        warehouse.Write("data/reference/calendar/2024.csv", Calendar2024);
        warehouse.Live.RefreshReference();
        return warehouse;
    }
}
