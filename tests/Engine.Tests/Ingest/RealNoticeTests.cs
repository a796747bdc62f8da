using System.Globalization;
using Analytics.Domain;

namespace Analytics.Tests.Ingest;

/// <summary>The notice that the whole project begins with, beside the repository where it may be kept.</summary>
public sealed class RealNoticeTests
{
    private const string Id = "00_yijinhuoluo_2024Q4";

    [Fact]
    public void Every_expected_fact_is_read_once_and_nothing_else_on_a_measure_of_the_table()
    {
        var notice = SharedNotices.Read(Id);

        var comparison = Comparison.Of(notice.Facts, SharedNotices.Expected(Id));

        Assert.Empty(comparison.Missed);
        Assert.Empty(comparison.Extra);
        // 49 facts, of which one sentence gives two numbers, and the ambiguous 47 that were inspected.
        Assert.Equal(51, comparison.Matched.Count);
        Assert.Equal(51, notice.Facts.Count);
        Assert.Empty(notice.Unrecognised);
    }

    [Fact]
    public void Category_group_level_target_and_period_are_those_of_the_paper()
    {
        var notice = SharedNotices.Read(Id);

        foreach (var (expected, fact) in Comparison.Of(notice.Facts, SharedNotices.Expected(Id)).Matched)
        {
            Assert.Equal("2024Q4", fact.Period);
            Assert.Equal(expected.Category, fact.Category);
            Assert.Equal(expected.Level, fact.Level);
            Assert.True(expected.Group is null || expected.Group == fact.Group, fact.ToString());
            Assert.True(expected.Target is null || expected.Target == fact.Target, fact.ToString());
        }
    }

    [Fact]
    public void Every_span_holds_the_number_as_printed()
    {
        var notice = SharedNotices.Read(Id);

        foreach (var fact in notice.Facts)
        {
            var printed = notice.Text[fact.Span.Start..fact.Span.End];
            Assert.Equal(fact.Number, decimal.Parse(printed, CultureInfo.InvariantCulture));
        }

        Assert.Equal(
            notice.Facts.Select(fact => fact.Span.Start).Order(),
            notice.Facts.Select(fact => fact.Span.Start)
        );
    }

    [Fact]
    public void The_discrepancies_are_the_six_of_the_paper()
    {
        var found = SharedNotices.Read(Id).Discrepancies;

        Assert.Equal(
            [
                DiscrepancyCode.Numbering,
                DiscrepancyCode.UnattributedTotal,
                DiscrepancyCode.SumMismatch,
                DiscrepancyCode.VetoWithoutFinding,
                DiscrepancyCode.PeriodConflict,
                DiscrepancyCode.PercentOrPoints,
            ],
            found.Select(item => item.Code)
        );
        Assert.Equal((198m, 199m), (found[2].Stated!.Value, found[2].Computed!.Value));
        Assert.Contains("镇 131，部门 68", found[2].Message, StringComparison.Ordinal);
        Assert.Equal(21m, found[1].Stated);
        Assert.Contains("旗公安局", found[3].Message, StringComparison.Ordinal);
        Assert.Contains("47.8%", found[5].Message, StringComparison.Ordinal);
        Assert.Contains("50.8%", found[5].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_holds_is_kept_as_checks()
    {
        var checks = SharedNotices.Read(Id).Checks;

        // 23 = 23, 14 = 3 + 11, 3 = 1 + 1 + 1, 11 of eight units, 28 of 52, and 47 three times.
        Assert.Equal([23, 14, 3, 11, 54, 47], checks.Select(check => check.Stated));
        Assert.Equal(3, checks[^1].Spans.Count);
    }

    [Fact]
    public void Splits_nest_so_that_leaves_are_known()
    {
        var notice = SharedNotices.Read(Id);

        Assert.Equal(
            [(23m, 1), (14m, 2), (3m, 3), (11m, 8), (198m, 21)],
            notice.Breakdowns.Select(breakdown => (notice.Facts[breakdown.Total].Count!.Value, breakdown.Parts.Count))
        );
    }

    [Fact]
    public void The_head_is_read()
    {
        var document = SharedNotices.Read(Id).Document;

        Assert.Equal(Quarter.Parse("2024Q4"), document.Quarter);
        Assert.Equal(new DateOnly(2025, 1, 20), document.IssuedOn);
        Assert.EndsWith("〔2025〕1号", document.Number, StringComparison.Ordinal);
        Assert.EndsWith("情况的通报", document.Title, StringComparison.Ordinal);
        Assert.StartsWith(document.Issuer!, document.Title, StringComparison.Ordinal);
    }
}
