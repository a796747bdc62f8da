using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Draws a <see cref="RanksPicture"/>: grey lines for all units, the accent for one, names at the right end.</summary>
internal sealed class RanksBody(RanksPicture picture) : IChartBody
{
    private const float RowHeight = 24;
    private const float AxisHeight = 30;
    private const float MostHeight = 460;

    // Room for half a marker above the first and below the last place.
    private const float Air = 12;
    private const float LeastMark = 12;
    private const float MostNameShare = 0.3f;

    public string Headline => picture.Headline;

    public string Subtitle => picture.Subtitle;

    public IReadOnlyList<string> Notes => picture.Notes;

    public ChartTable Table => picture.Table;

    public string? SampleMark => Charts.SampleMark.Of(picture.HasSample, picture.HasReal, picture.Say);

    public IEnumerable<string> Texts =>
        picture
            .Lines.Select(line => line.Name)
            .Concat(picture.Slots.Select(picture.Say.Short))
            .Append("0123456789" + picture.Say["、", ","]);

    public (float Natural, float Least) HeightFor(float width, CjkFont font) =>
        (Math.Min((Math.Max(picture.Most, 6) * RowHeight) + AxisHeight, MostHeight), 220);

    public void Draw(Sheet sheet, SKRect area)
    {
        var plain = new TextStyle(13, Tone.Quiet);
        var strong = plain with { Color = Tone.Ink, Bold = true };
        var names = NamesAtTheEnd(sheet, strong, area.Width * MostNameShare);
        var wide = names.Count > 0 ? names.Max(name => sheet.Width(name.Text, strong)) + 12 : 0;
        var left = area.Left + sheet.Width("00", plain) + 8;
        var plotted = new SKRect(left, area.Top, area.Right - wide, area.Bottom - AxisHeight);
        var step = plotted.Width / picture.Slots.Count;
        var row = (plotted.Height - (2 * Air)) / Math.Max(1, picture.Most - 1);
        WriteRanks(sheet, plotted, row, plain);
        WriteQuarters(sheet, plotted, step, plain);
        var middles = Apart([.. names.Select(name => MiddleOf(name.Rank, plotted, row))], plain.Size + 4, plotted);
        foreach (var (name, middle) in names.Zip(middles))
        {
            sheet.WriteMiddle(name.Text, plotted.Right + 6, middle, name.IsHighlighted ? strong : plain);
        }

        var plot = Sheet.NewPlot();
        plot.Axes.SetLimits(-0.5, picture.Slots.Count - 0.5, -picture.Most - (Air / row), -1 + (Air / row));
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
                var height = Math.Max(row, LeastMark);
                sheet.Mark(
                    SKRect.Create(
                        plotted.Left + (place.Slot * step),
                        MiddleOf(place.Rank, plotted, row) - (height / 2),
                        step,
                        height
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
            var isRound = rank % 5 == 0 && (picture.Most - rank) * row > style.Size;
            if (rank == 1 || rank == picture.Most || isRound)
            {
                sheet.WriteMiddle(
                    rank.ToString(CultureInfo.InvariantCulture),
                    plotted.Left - 8,
                    MiddleOf(rank, plotted, row),
                    style,
                    SKTextAlign.Right
                );
            }
        }
    }

    private void WriteQuarters(Sheet sheet, SKRect plotted, float step, TextStyle style)
    {
        var every = Math.Max(
            1,
            (int)MathF.Ceiling((picture.Slots.Max(slot => sheet.Width(picture.Say.Short(slot), style)) + 8) / step)
        );
        for (var slot = picture.Slots.Count - 1; slot >= 0; slot -= every)
        {
            sheet.WriteMiddle(
                picture.Say.Short(picture.Slots[slot]),
                plotted.Left + ((slot + 0.5f) * step),
                plotted.Bottom + 16,
                style,
                SKTextAlign.Center
            );
        }
    }

    private static float MiddleOf(int rank, SKRect plotted, float row) => plotted.Top + Air + ((rank - 1) * row);

    /// <summary>Moves labels down, then up again from the bottom, until none covers another.</summary>
    /// <param name="middles">Where they should be, from top to bottom.</param>
    /// <param name="least">The least distance.</param>
    /// <param name="within">Where they must stay.</param>
    internal static float[] Apart(float[] middles, float least, SKRect within)
    {
        for (var index = 1; index < middles.Length; index++)
        {
            middles[index] = Math.Max(middles[index], middles[index - 1] + least);
        }

        var floor = within.Bottom - (least / 2);
        for (var index = middles.Length - 1; index >= 0 && middles[index] > floor; index--)
        {
            middles[index] = floor;
            floor -= least;
        }

        return middles;
    }

    // Units that share the last place they have share a label.
    private List<(string Text, int Rank, bool IsHighlighted)> NamesAtTheEnd(Sheet sheet, TextStyle style, float most) =>
        [
            .. picture
                .Lines.Where(line => line.Places[^1].Slot == picture.Slots.Count - 1)
                .GroupBy(line => line.Places[^1].Rank)
                .OrderBy(shared => shared.Key)
                .Select(shared =>
                    (
                        Lettering
                            .Fitted(
                                sheet,
                                picture.Say.List(
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
