using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Draws a <see cref="RanksPicture"/>: grey lines for all units, the accent for one, names at the right end.</summary>
internal sealed class RanksBody(RanksPicture picture) : IChartBody
{
    private const float RowHeight = 24;
    private const float AxisHeight = 30;
    private const float MostNameShare = 0.3f;

    public string Headline => picture.Headline;

    public string Subtitle => picture.Subtitle;

    public IReadOnlyList<string> Notes => picture.Notes;

    public string? SampleMark =>
        picture switch
        {
            { HasSample: false } => null,
            { HasReal: true } => "含示例数据",
            _ => "示例数据",
        };

    public IEnumerable<string> Texts =>
        picture
            .Lines.Select(line => line.Name)
            .Concat(picture.Slots.Select(slot => slot.ToString()))
            .Append("0123456789、");

    public (float Natural, float Least) HeightFor(float width) =>
        ((Math.Max(picture.Most, 6) * RowHeight) + AxisHeight, (picture.Most * 14) + AxisHeight);

    public void Draw(Sheet sheet, SKRect area)
    {
        var row = (area.Height - AxisHeight) / picture.Most;
        var plain = new TextStyle(Math.Clamp(row * 0.55f, 9, 14), Tone.Quiet);
        var strong = plain with { Color = Tone.Ink, Bold = true };
        var names = NamesAtTheEnd(sheet, plain, area.Width * MostNameShare);
        var wide = names.Max(name => sheet.Width(name.Text, strong)) + 12;
        var left = area.Left + sheet.Width("00", plain) + 8;
        var plotted = new SKRect(left, area.Top, area.Right - wide, area.Bottom - AxisHeight);
        var step = plotted.Width / picture.Slots.Count;
        WriteRanks(sheet, plotted, row, plain);
        WriteQuarters(sheet, plotted, step, plain);
        foreach (var name in names)
        {
            sheet.WriteMiddle(
                name.Text,
                plotted.Right + 6,
                plotted.Top + ((name.Rank - 0.5f) * row),
                name.IsHighlighted ? strong : plain
            );
        }

        var plot = Sheet.NewPlot();
        plot.Axes.SetLimits(-0.5, picture.Slots.Count - 0.5, -picture.Most - 0.5, -0.5);
        foreach (var line in picture.Lines)
        {
            Add(plot, sheet, line);
        }

        sheet.Draw(plot, plotted);
        // The unit that stands out first: whoever goes through the marks wants to hear of it.
        foreach (var line in picture.Lines.Reverse())
        {
            foreach (var place in line.Places)
            {
                sheet.Mark(
                    SKRect.Create(
                        plotted.Left + (place.Slot * step),
                        plotted.Top + ((place.Rank - 1) * row),
                        step,
                        row
                    ),
                    new MarkSubject(place.Words) { Unit = line.Unit, Quarter = picture.Slots[place.Slot] }
                );
            }
        }
    }

    private static void Add(Plot plot, Sheet sheet, RankLine line)
    {
        var tone = line.IsHighlighted ? Tone.Accent : Tone.Context;
        foreach (var (from, to) in line.Places.Zip(line.Places.Skip(1)))
        {
            // A quarter without a rank and the seam to sample data part the line.
            if (to.Slot == from.Slot + 1 && from.IsSample == to.IsSample)
            {
                var drawn = plot.Add.Line(from.Slot, -from.Rank, to.Slot, -to.Rank);
                drawn.LineWidth = line.IsHighlighted ? 3 : 1.5f;
                drawn.Color = sheet.Color(tone);
            }
        }

        foreach (var place in line.Places)
        {
            var marker = plot.Add.Marker(
                place.Slot,
                -place.Rank,
                MarkerShape.FilledCircle,
                line.IsHighlighted ? 10 : 6
            );
            marker.MarkerStyle.FillColor = sheet.Color(place.IsSample ? Tone.Paper : tone);
            marker.MarkerStyle.OutlineColor = sheet.Color(tone);
            marker.MarkerStyle.OutlineWidth = 2;
        }
    }

    private void WriteRanks(Sheet sheet, SKRect plotted, float row, TextStyle style)
    {
        for (var rank = 1; rank <= picture.Most; rank++)
        {
            if (rank == 1 || rank == picture.Most || rank % 5 == 0)
            {
                sheet.WriteMiddle(
                    rank.ToString(CultureInfo.InvariantCulture),
                    plotted.Left - 8,
                    plotted.Top + ((rank - 0.5f) * row),
                    style,
                    SKTextAlign.Right
                );
            }
        }
    }

    private void WriteQuarters(Sheet sheet, SKRect plotted, float step, TextStyle style)
    {
        var every = Math.Max(1, (int)MathF.Ceiling((sheet.Width("2024Q4", style) + 8) / step));
        for (var slot = picture.Slots.Count - 1; slot >= 0; slot -= every)
        {
            sheet.WriteMiddle(
                picture.Slots[slot].ToString(),
                plotted.Left + ((slot + 0.5f) * step),
                plotted.Bottom + 16,
                style,
                SKTextAlign.Center
            );
        }
    }

    // Units that share the last place they have share a label.
    private List<(string Text, int Rank, bool IsHighlighted)> NamesAtTheEnd(Sheet sheet, TextStyle style, float most) =>
        [
            .. picture
                .Lines.Where(line => line.Places[^1].Slot == picture.Slots.Count - 1)
                .GroupBy(line => line.Places[^1].Rank)
                .Select(shared =>
                    (
                        Lettering
                            .Fitted(
                                sheet,
                                string.Join(
                                    "、",
                                    shared.OrderByDescending(line => line.IsHighlighted).Select(line => line.Name)
                                ),
                                style,
                                most
                            )
                            .Text,
                        shared.Key,
                        shared.Any(line => line.IsHighlighted)
                    )
                ),
        ];
}
