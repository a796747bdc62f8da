using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Draws a <see cref="TrendPicture"/>.</summary>
internal sealed class TrendBody(TrendPicture picture) : IChartBody
{
    private static readonly TextStyle s_axis = new(14, Tone.Quiet);
    private static readonly TextStyle s_change = new(15, Tone.Ink);
    private static readonly TextStyle s_last = new(24, Tone.Accent, Bold: true);
    private static readonly TextStyle s_band = new(14, Tone.Mark);

    public string Headline => picture.Headline;

    public string Subtitle => picture.Subtitle;

    public IReadOnlyList<string> Notes => picture.Notes;

    public ChartTable Table => picture.Table;

    public string? SampleMark => Charts.SampleMark.Of(picture.HasSample, picture.HasReal, picture.Say);

    public IEnumerable<string> Texts =>
        picture
            .Marks.Select(mark => mark.Label)
            .Concat(picture.Callout)
            .Concat(TrendAxis.Texts(picture))
            .Append(Nothing)
            .Append(BandName);

    private string Nothing => picture.Say["所示季度都没有数据", "No data in the quarters shown"];

    private string BandName => Charts.SampleMark.Whole(picture.Say);

    public (float Natural, float Least) HeightFor(float width, CjkFont font) =>
        (Math.Clamp(width * 0.46f, 340, 640), 220);

    public void Draw(Sheet sheet, SKRect area)
    {
        if (picture.Marks.Count == 0)
        {
            sheet.WriteMiddle(Nothing, area.MidX, area.MidY, new(18, Tone.Quiet), SKTextAlign.Center);
            return;
        }

        var scale = TrendScale.Of(picture, sheet, area, CalloutWidth(sheet));
        DrawBands(sheet, scale);
        DrawAnnotations(sheet, scale);
        var plot = Sheet.NewPlot();
        plot.Axes.SetLimits(TrendScale.LeftLimit, scale.RightLimit, scale.BottomLimit, scale.TopLimit);
        AddGrid(plot, sheet, scale);
        AddLimits(plot, sheet);
        AddLines(plot, sheet);
        AddMarks(plot, sheet);
        AddLabels(plot, sheet, scale);
        sheet.Draw(plot, scale.Area);
        WriteValueAxis(sheet, scale);
        TrendAxis.Write(sheet, scale, picture, s_axis);
        WriteCallout(sheet, scale);
        foreach (var mark in picture.Marks)
        {
            sheet.Mark(
                new SKRect(scale.X(mark.Slot - 0.5f), scale.Area.Top, scale.X(mark.Slot + 0.5f), scale.Area.Bottom),
                new MarkSubject(mark.Words) { Unit = picture.Unit, Quarter = picture.Slots[mark.Slot] }
            );
        }
    }

    private float CalloutWidth(Sheet sheet) =>
        picture.Callout.Select((line, index) => sheet.Width(line, index == 0 ? s_last : s_change)).Max();

    private void DrawBands(Sheet sheet, TrendScale scale)
    {
        foreach (var (first, last) in picture.SampleBands)
        {
            var band = new SKRect(
                scale.X(first - 0.5f),
                scale.Area.Top,
                Math.Min(scale.X(last + 0.5f), scale.Area.Right),
                scale.Area.Bottom
            );
            sheet.Fill(band, Tone.SampleGround);
            if (first > 0)
            {
                sheet.Dashes(band.Left, band.Top, band.Bottom, Tone.Mark);
            }

            if (last < picture.Slots.Count - 1)
            {
                sheet.Dashes(band.Right, band.Top, band.Bottom, Tone.Mark);
            }

            if (sheet.Width(BandName, s_band) < band.Width)
            {
                sheet.WriteMiddle(BandName, band.MidX, band.Top - 11, s_band, SKTextAlign.Center);
            }
        }
    }

    private void DrawAnnotations(Sheet sheet, TrendScale scale)
    {
        foreach (var of in picture.Annotations.GroupBy(one => one.Slot))
        {
            var at = scale.X(of.Key);
            sheet.Dashes(at, scale.Area.Top, scale.Area.Bottom, Tone.Grid);
            sheet.WriteMiddle(
                string.Concat(of.Select(one => one.Number)),
                at + 4,
                scale.Area.Top + 8,
                s_axis,
                SKTextAlign.Left
            );
        }
    }

    private static void AddGrid(Plot plot, Sheet sheet, TrendScale scale)
    {
        foreach (var tick in scale.Ticks)
        {
            plot.Add.HorizontalLine(scale.Plotted(tick), 1, sheet.Color(tick == 0 ? Tone.Quiet : Tone.Grid));
        }
    }

    // Limits of rates differ from quarter to quarter, so each quarter has a piece of its own.
    private void AddLimits(Plot plot, Sheet sheet)
    {
        foreach (var limit in picture.Limits)
        {
            foreach (var (value, width) in new[] { (limit.Lower, 1.2f), (limit.Center, 2.5f), (limit.Upper, 1.2f) })
            {
                var at = TrendScale.Plotted(picture, value);
                var line = plot.Add.Line(limit.Slot - 0.5, at, limit.Slot + 0.5, at);
                line.LineWidth = width;
                line.Color = sheet.Color(Tone.Quiet);
            }
        }
    }

    private void AddLines(Plot plot, Sheet sheet)
    {
        foreach (var run in picture.Lines)
        {
            var line = plot.Add.ScatterLine(
                run.Select(index => (double)picture.Marks[index].Slot).ToArray(),
                run.Select(index => TrendScale.Plotted(picture, picture.Marks[index].Value)).ToArray()
            );
            line.LineWidth = 3;
            line.Color = sheet.Color(picture.Marks[run[0]].IsSample ? Tone.Context : Tone.Accent);
        }
    }

    private void AddMarks(Plot plot, Sheet sheet)
    {
        foreach (var mark in picture.Marks)
        {
            var marker = plot.Add.Marker(
                mark.Slot,
                TrendScale.Plotted(picture, mark.Value),
                MarkerShape.FilledCircle,
                mark.IsLast ? 14 : 9
            );
            var color =
                mark.IsSignal ? Tone.Mark
                : mark.IsSample ? Tone.Quiet
                : Tone.Accent;
            marker.MarkerStyle.FillColor = sheet.Color(mark.IsSample ? Tone.Paper : color);
            marker.MarkerStyle.OutlineColor = sheet.Color(color);
            marker.MarkerStyle.OutlineWidth = 2;
        }
    }

    private void AddLabels(Plot plot, Sheet sheet, TrendScale scale)
    {
        foreach (var label in TrendLabels.Placed(picture, sheet, scale))
        {
            var text = sheet.Label(
                plot,
                label.Mark.Label,
                new(label.Mark.Slot, TrendScale.Plotted(picture, label.Mark.Value)),
                TrendLabels.Style,
                label.IsAbove ? Alignment.LowerCenter : Alignment.UpperCenter,
                label.Shift,
                label.IsAbove ? -TrendLabels.Distance : TrendLabels.Distance
            );
            if (label.IsFree)
            {
                // Grid lines do not run through figures.
                text.LabelBackgroundColor = sheet.Color(IsOnBand(label.Mark) ? Tone.SampleGround : Tone.Paper);
            }
        }
    }

    private bool IsOnBand(TrendMark mark) =>
        picture.SampleBands.Any(band => band.First <= mark.Slot && mark.Slot <= band.Last);

    private void WriteValueAxis(Sheet sheet, TrendScale scale)
    {
        foreach (var tick in scale.Ticks)
        {
            sheet.WriteMiddle(
                scale.TickText(picture, tick),
                scale.Area.Left - 8,
                scale.Y(tick),
                s_axis,
                SKTextAlign.Right
            );
        }
    }

    /// <summary>The last value and its changes, right of the last point.</summary>
    private void WriteCallout(Sheet sheet, TrendScale scale)
    {
        const float Change = 21;
        var last = picture.Marks.Single(mark => mark.IsLast);
        var height = 28 + ((picture.Callout.Count - 1) * Change);
        var x = scale.X(last.Slot) + TrendScale.CalloutGap;
        var y = Math.Clamp(scale.Y(last.Value) - 14, scale.Area.Top, scale.Area.Bottom - height);
        sheet.Fill(SKRect.Create(x - 4, y, CalloutWidth(sheet) + 4, height), Tone.Paper);
        sheet.WriteMiddle(picture.Callout[0], x, y + 14, s_last);
        for (var line = 1; line < picture.Callout.Count; line++)
        {
            sheet.WriteMiddle(picture.Callout[line], x, y + 28 + ((line - 0.5f) * Change), s_change);
        }
    }
}
