using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Draws a <see cref="WaterfallPicture"/>: a row for each step, its words at the left, its bar from total to total.</summary>
internal sealed class WaterfallBody(WaterfallPicture picture) : IChartBody
{
    private const float NaturalRow = 31;
    private const float LeastRow = 18;
    private const float MostRow = 44;
    private const float BarThickness = 0.62f;
    private const float Gap = 12;
    private const float MostLabelShare = 0.5f;

    public string Headline => picture.Headline;

    public string Subtitle => picture.Subtitle;

    public IReadOnlyList<string> Notes => picture.Notes;

    public ChartTable Table => picture.Table;

    public string Spoken => picture.Spoken;

    public string? SampleMark => Charts.SampleMark.Of(picture.IsSample, hasReal: false, picture.Say);

    public IEnumerable<string> Texts => picture.Bars.SelectMany(bar => new[] { bar.Label, bar.Text });

    public (float Natural, float Least) HeightFor(float width, CjkFont font) =>
        (picture.Bars.Count * NaturalRow, picture.Bars.Count * LeastRow);

    public void Draw(Sheet sheet, SKRect area)
    {
        var bars = picture.Bars;
        var row = Math.Min(area.Height / bars.Count, MostRow);
        var plain = new TextStyle(Math.Clamp(row * 0.5f, 10, 15), Tone.Ink);
        var strong = plain with { Bold = true };
        var labels = Math.Min(bars.Max(bar => sheet.Width(bar.Label, strong)), (area.Width * MostLabelShare) - Gap);
        var left = area.Left + labels + Gap;
        var numbers = bars.Max(bar => sheet.Width(bar.Text, strong)) + 14;
        var low = (double)Math.Min(0, bars.Min(bar => Math.Min(bar.From, bar.To)));
        var high = (double)Math.Max(1, bars.Max(bar => Math.Max(bar.From, bar.To)));
        var perPoint = (area.Right - left - numbers) / (high - low);
        var plot = Sheet.NewPlot();
        plot.Axes.SetLimits(low, low + ((area.Right - left) / perPoint), -bars.Count, 0);
        for (var place = 0; place < bars.Count; place++)
        {
            var bar = bars[place];
            var style = bar.Kind == WaterfallKind.Total ? strong : plain;
            var (lines, fitted) = Lettering.Block(sheet, bar.Label, style, labels, row - 2);
            sheet.WriteBlock(lines, area.Left, area.Top + ((place + 0.5f) * row), fitted);
            Add(plot, sheet, bar, -(place + 0.5), style);
            sheet.Mark(
                SKRect.Create(area.Left, area.Top + (place * row), area.Width, row),
                new MarkSubject(picture.WordsOf(bar)) { Line = bar.Line }
            );
            if (place + 1 < bars.Count)
            {
                // A thin line hands the total over to the next bar.
                var x = left + (float)(((double)bar.To - low) * perPoint);
                sheet.Line(x, area.Top + ((place + 0.5f) * row), x, area.Top + ((place + 1.5f) * row), Tone.Rule);
            }
        }

        var zero = left + (float)(-low * perPoint);
        sheet.Line(zero, area.Top, zero, area.Top + (bars.Count * row), Tone.Quiet);
        sheet.Draw(plot, new SKRect(left, area.Top, area.Right, area.Top + (bars.Count * row)));
    }

    private static void Add(Plot plot, Sheet sheet, WaterfallBar bar, double position, TextStyle style)
    {
        var added = plot.Add.Bar(position, (double)bar.To);
        added.Horizontal = true;
        added.Bars[0].ValueBase = (double)bar.From;
        added.Bars[0].Size = BarThickness;
        added.Bars[0].LineWidth = 0;
        added.Bars[0].FillColor = sheet.Color(
            bar.Kind switch
            {
                WaterfallKind.Down => Tone.Mark,
                WaterfallKind.Up => Tone.Accent,
                _ => Tone.Context,
            }
        );
        sheet.Label(
            plot,
            bar.Text,
            new((double)Math.Max(bar.From, bar.To), position),
            bar.Kind == WaterfallKind.Down ? style with { Color = Tone.Mark } : style,
            Alignment.MiddleLeft,
            right: 7
        );
    }
}
