using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>A result as a line from row to row, broken where a row has no number.</summary>
internal sealed class ResultLine(ResultWords words) : IChartBody
{
    private const float Below = 34;
    private const int FewPoints = 40;
    private const int AboutTicks = 5;
    private const decimal LeastStep = 0.0000000000001m;
    private static readonly TextStyle s_axis = new(14, Tone.Quiet);
    private static readonly TextStyle s_last = new(15, Tone.Ink, Bold: true);

    public string Headline => words.Headline;

    public string Subtitle => words.Subtitle;

    public IReadOnlyList<string> Notes =>
        Ticks[0] > 0 || Ticks[^1] < 0
            ? [.. words.Notes, words.Say["纵轴不从零开始。", "The scale does not begin at zero."]]
            : words.Notes;

    public string? SampleMark => words.SampleMark;

    public ChartTable Table => words.Table;

    public IEnumerable<string> Texts =>
        Points.Select(point => point.Label).Concat(Ticks.Select(TextOf)).Append(words.Text(Last.Value!.Value));

    private IReadOnlyList<ResultPoint> Points => words.Series.Points;

    private ResultPoint Last => Points.Last(point => point.Value is not null);

    private IReadOnlyList<decimal> Ticks
    {
        get
        {
            var (low, high) = (Points.Min(point => point.Value)!.Value, Points.Max(point => point.Value)!.Value);
            // All but nothing above zero is shown from zero: a small part must not look like the whole.
            low = low > 0 && low < (high - low) * 2 ? 0 : low;
            return ChartNumbers.Ticks(low, high == low ? low + 1 : high, AboutTicks, LeastStep);
        }
    }

    public (float Natural, float Least) HeightFor(float width, CjkFont font) => (width < 480 ? 280 : 380, 200);

    public void Draw(Sheet sheet, SKRect area)
    {
        var ticks = Ticks;
        var left = area.Left + ticks.Max(tick => sheet.Width(TextOf(tick), s_axis)) + 10;
        var room = new SKRect(
            left,
            area.Top + 12,
            area.Right - sheet.Width(words.Text(Last.Value!.Value), s_last) - 14,
            area.Bottom - Below
        );
        float HeightOf(decimal value) =>
            room.Bottom - ((float)((value - ticks[0]) / (ticks[^1] - ticks[0])) * room.Height);
        foreach (var tick in ticks)
        {
            sheet.Line(room.Left, HeightOf(tick), room.Right, HeightOf(tick), tick == 0 ? Tone.Rule : Tone.Grid);
            sheet.WriteMiddle(TextOf(tick), room.Left - 8, HeightOf(tick), s_axis, SKTextAlign.Right);
        }

        DrawLine(sheet, room, ticks);
        var last = Points.Count - 1 - Points.Reverse().TakeWhile(point => point.Value is null).Count();
        sheet.WriteMiddle(words.Text(Last.Value!.Value), PlaceOf(last, room) + 10, HeightOf(Last.Value!.Value), s_last);
        DrawNames(sheet, room, area);
    }

    private void DrawLine(Sheet sheet, SKRect room, IReadOnlyList<decimal> ticks)
    {
        const float Edge = 8;
        var plot = Sheet.NewPlot();
        var (across, upwards) = ((double)Math.Max(1, Points.Count - 1), (double)(ticks[^1] - ticks[0]));
        plot.Axes.SetLimits(
            -Edge / room.Width * across,
            across + (Edge / room.Width * across),
            (double)ticks[0] - (Edge / room.Height * upwards),
            (double)ticks[^1] + (Edge / room.Height * upwards)
        );
        foreach (var part in Parts())
        {
            var isSample = Points[part[0]].IsSample == true;
            var line = plot.Add.Scatter(
                part.Select(place => Points.Count == 1 ? 0.5 : place).ToArray(),
                part.Select(place => (double)Points[place].Value!.Value).ToArray(),
                sheet.Color(isSample ? Tone.Context : Tone.Accent)
            );
            line.LineWidth = 2;
            line.MarkerSize = Points.Count <= FewPoints || part.Count == 1 ? 7 : 0;
            if (isSample)
            {
                line.MarkerStyle.FillColor = sheet.Color(Tone.Paper);
                line.MarkerStyle.OutlineColor = sheet.Color(Tone.Quiet);
                line.MarkerStyle.OutlineWidth = 2;
            }
        }

        sheet.Draw(plot, SKRect.Inflate(room, Edge, Edge));
    }

    private static string TextOf(decimal tick) =>
        tick.ToString("#,0.#############", CultureInfo.InvariantCulture).Replace('-', '−');

    // The stretches between rows without a number; none goes from sample data to real data.
    private IEnumerable<List<int>> Parts()
    {
        var part = new List<int>();
        for (var place = 0; place < Points.Count; place++)
        {
            var isSame = part.Count == 0 || Points[part[0]].IsSample == true == (Points[place].IsSample == true);
            if (part.Count > 0 && (Points[place].Value is null || !isSame))
            {
                yield return part;
                part = [];
            }

            if (Points[place].Value is not null)
            {
                part.Add(place);
            }
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private float PlaceOf(int index, SKRect room) =>
        Points.Count == 1 ? room.MidX : room.Left + (index * room.Width / (Points.Count - 1));

    // As many names as fit without touching, evenly, the first and the last always.
    private void DrawNames(Sheet sheet, SKRect room, SKRect area)
    {
        const float Between = 16;
        var widest = Math.Min(Points.Max(point => sheet.Width(point.Label, s_axis)), (room.Width / 2) - Between);
        var every = Math.Max(1, (int)Math.Ceiling((widest + Between) * Points.Count / room.Width));
        var last = Points.Count - 1;
        for (var index = 0; index + every <= last; index += every)
        {
            DrawName(index);
        }

        DrawName(last);

        void DrawName(int index)
        {
            var name = ShortLabel.Fit(Points[index].Label, text => sheet.Width(text, s_axis) <= widest);
            var half = sheet.Width(name, s_axis) / 2;
            var middle = Math.Clamp(PlaceOf(index, room), area.Left + half, area.Right - half);
            sheet.WriteMiddle(name, middle, room.Bottom + 20, s_axis, SKTextAlign.Center);
        }
    }
}
