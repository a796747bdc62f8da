using System.Globalization;
using Analytics.Domain;

namespace Analytics.Tests.Ingest;

/// <summary>The reader over notices of many authorities and kinds, all invented.</summary>
public sealed class OwnNoticesTests(ITestOutputHelper output)
{
    [Fact]
    public void Recall_and_precision_stay_over_their_floors()
    {
        var (matched, missed, extra, periods) = (0, 0, 0, 0);
        foreach (var own in OwnNotice.All)
        {
            var comparison = Comparison.Of(own.Read(own.Text).Facts, own.Facts);
            var certain = comparison.Matched.FindAll(pair => !pair.Expected.IsAmbiguous);
            matched += certain.Count;
            missed += comparison.Missed.Count;
            extra += comparison.Extra.Count;
            periods += certain.Count(pair =>
                PeriodOf(own, pair.Expected) == (pair.Found.Period ?? PeriodOf(own, pair.Expected))
            );
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{own.Id}: recall {comparison.Recall:0.000} precision {comparison.Precision:0.000}"
                )
            );
            comparison.Missed.ForEach(fact => output.WriteLine($"  missed {fact}"));
            comparison.Extra.ForEach(fact => output.WriteLine($"  extra {Sample.Brief(fact)}: {fact.Words}"));
        }

        var recall = (decimal)matched / (matched + missed);
        var precision = (decimal)matched / (matched + extra);
        var inPeriod = (decimal)periods / matched;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"all: recall {recall:0.000} precision {precision:0.000} period {inPeriod:0.000} of {matched + missed}"
            )
        );
        Assert.True(recall >= 0.98m, $"recall {recall}");
        Assert.True(precision >= 0.98m, $"precision {precision}");
        Assert.True(inPeriod >= 0.97m, $"period {inPeriod}");
    }

    [Fact]
    public void Only_what_is_inconsistent_raises_an_alarm()
    {
        foreach (var own in OwnNotice.All)
        {
            var found = own.Read(own.Text).Discrepancies;

            Assert.Equal(own.Discrepancies, found.Select(item => item.Code));
            Assert.DoesNotContain(found, item => item.Severity == Severity.Error);
        }
    }

    [Fact]
    public void Every_span_lies_in_the_text_and_they_are_in_order()
    {
        foreach (var own in OwnNotice.All)
        {
            var notice = own.Read(own.Text);

            Assert.All(notice.Facts, fact => Assert.InRange(fact.Span.End, fact.Span.Start + 1, notice.Text.Length));
            Assert.Equal(
                notice.Facts.Select(fact => fact.Span.Start).Order(),
                notice.Facts.Select(fact => fact.Span.Start)
            );
        }
    }

    private static string? PeriodOf(OwnNotice own, ExpectedFact expected) =>
        own.Periods[own.Facts.IndexOf(expected)] is { } period
            ? period.Replace("-01..02", "-01/02", StringComparison.Ordinal)
            : null;
}
