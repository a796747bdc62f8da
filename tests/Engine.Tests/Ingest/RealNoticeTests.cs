using Analytics.Domain;

namespace Analytics.Tests.Ingest;

public sealed class RealNoticeTests(ITestOutputHelper output)
{
    private const string Id = "00_yijinhuoluo_2024Q4";

    [Fact]
    public void Every_expected_fact_is_read_and_nothing_else_on_a_measure_of_the_table()
    {
        var notice = SharedNotices.Read(Id);

        var comparison = Comparison.Of(notice.Facts, SharedNotices.Expected(Id));

        comparison.Missed.ForEach(fact => output.WriteLine($"missed {fact}"));
        comparison.Extra.ForEach(fact => output.WriteLine($"extra {fact}"));
        foreach (var fact in notice.Facts.Where(fact => fact.Measure == Measure.Other))
            output.WriteLine($"other {fact}");
        foreach (var d in notice.Discrepancies)
            output.WriteLine($"{d.Code} {d.Message}");
        foreach (var d in notice.Checks)
            output.WriteLine($"check {d.What}");
        foreach (var d in notice.Unrecognised)
            output.WriteLine($"unrecognised {d}");
        foreach (var d in notice.Breakdowns)
            output.WriteLine($"breakdown {d.Total}: {string.Join(" ", d.Parts)}");
        output.WriteLine(notice.Document.ToString());
        foreach (var (e, f) in comparison.Matched)
        {
            if (
                e.Level != f.Level
                || e.Category != f.Category
                || e.Group != f.Group && e.Group is not null
                || e.Target != f.Target
            )
                output.WriteLine($"differs {e} -- {f}");
        }
        Assert.Empty(comparison.Missed);
        Assert.Empty(comparison.Extra);
    }
}
