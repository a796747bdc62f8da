using System.Globalization;

namespace Analytics.Tests.Ingest;

public sealed class OtherNoticesReport(ITestOutputHelper output)
{
    [Fact]
    public void Recall_and_precision_over_the_other_notices_stay_over_their_floors()
    {
        var (matched, missed, extra) = (0, 0, 0);

        foreach (var file in Directory.GetFiles(SharedNotices.Folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileNameWithoutExtension(file);
            if (id.StartsWith("00_", StringComparison.Ordinal))
            {
                continue;
            }

            var notice = SharedNotices.Read(id);
            var comparison = Comparison.Of(notice.Facts, SharedNotices.Expected(id));
            matched += comparison.Matched.Count(pair => !pair.Expected.IsAmbiguous);
            missed += comparison.Missed.Count;
            extra += comparison.Extra.Count;
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{id}: recall {comparison.Recall:0.000} precision {comparison.Precision:0.000} quarter {notice.Document.Quarter}"
                )
            );
            comparison.Missed.ForEach(fact => output.WriteLine($"  missed {fact}"));
            comparison.Extra.ForEach(fact =>
                output.WriteLine(
                    $"  extra {fact.Channel} {fact.Measure} {fact.Number} {fact.Unit}{fact.Group}{fact.Platform} {fact.Category}: {fact.Words}"
                )
            );
            foreach (var discrepancy in notice.Discrepancies)
            {
                output.WriteLine($"  {discrepancy.Code}: {discrepancy.Message}");
            }

            foreach (var unrecognised in notice.Unrecognised)
            {
                output.WriteLine($"  unrecognised {unrecognised.Words}");
            }
        }

        var recall = (decimal)matched / (matched + missed);
        var precision = (decimal)matched / (matched + extra);
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"all: recall {recall:0.000} precision {precision:0.000}")
        );
        Assert.True(recall >= 0.98m, $"recall {recall}");
        Assert.True(precision >= 0.99m, $"precision {precision}");
    }
}
