using Analytics.Charts;
using SkiaSharp;
using static Analytics.Tests.Charts.SampleCharts;

namespace Analytics.Tests.Charts;

public sealed class ChartPrintTests
{
    [Fact]
    public void A_picture_for_print_is_as_wide_as_the_text_of_a_document_and_states_its_resolution()
    {
        var chart = RankingChart.Of(Towns, Text, ChartPrint.Page);

        var png = ChartPrint.ToPng(new ChartRenderer(Font), chart);

        using var picture = SKBitmap.Decode(png);
        // 156 mm at 300 dots to the inch, begun pixels whole.
        Assert.Equal(1843, picture.Width);
        // The chunk as other programs write it: 11811 dots to the metre both ways, with its CRC.
        Assert.Contains(
            "0000000970485973" + "00002E2300002E2301" + "78A53F76",
            Convert.ToHexString(png),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(6)]
    [InlineData(60)]
    public void However_many_units_there_are_they_share_one_page(int count)
    {
        var rows = Enumerable.Range(1, count).Select(rank => Row($"单位{rank}", rank, 100 - rank)).ToList();

        var layout = new ChartRenderer(Font).Layout(RankingChart.Of(rows, Text, ChartPrint.Page));

        // 225 mm of a page hold text, 156 mm wide; few units are not stretched to fill it.
        Assert.InRange(layout.Height / 1000f * 156, 30, 225);
        Assert.Equal(count, layout.Marks.Count);
        Assert.InRange(layout.Height, 0, count < 10 ? 500 : 1400);
    }

    [Theory]
    [InlineData(71)]
    [InlineData(601)]
    public void A_resolution_that_no_printer_has_is_refused(int dpi)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() =>
            ChartPrint.ToPng(new ChartRenderer(Font), RankingChart.Of(Towns, Text, ChartPrint.Page), dpi)
        );

        Assert.Contains("分辨率", refusal.Message, StringComparison.Ordinal);
    }
}
