using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Draws a <see cref="RankingPicture"/>.</summary>
internal sealed class RankingBody(RankingPicture picture) : IChartBody
{
    private const float SectionRows = 1.5f;
    private const float LeastRow = 18;

    // 2 mm on paper where sixty units share a page.
    private const float LeastSize = 13;
    private const float MostRow = 44;
    private const float Gap = 12;
    private const float BarThickness = 0.68f;

    public string Headline => picture.Headline;

    public string Subtitle => picture.Subtitle;

    public IReadOnlyList<string> Notes => picture.Notes;

    public ChartTable Table => picture.Table;

    public string? SampleMark => Charts.SampleMark.Of(picture.IsSample, hasReal: false, picture.Say);

    public IEnumerable<string> Texts =>
        picture
            .Sections.SelectMany(section =>
                section.Bars.SelectMany(bar => new[] { bar.Rank, bar.Name, bar.Label }).Append(section.Name ?? "")
            )
            .Append(picture.Nobody);

    private float Rows =>
        picture.Sections.Sum(section => section.Bars.Count + (section.Name is null ? 0 : SectionRows));

    public (float Natural, float Least) HeightFor(float width, CjkFont font) =>
        Rows == 0 ? (120, 60) : (Rows * (Rows <= 30 ? 31 : 27), Rows * LeastRow);

    public void Draw(Sheet sheet, SKRect area)
    {
        if (Rows == 0)
        {
            sheet.WriteMiddle(picture.Nobody, area.MidX, area.MidY, new(18, Tone.Quiet), SKTextAlign.Center);
            return;
        }

        var row = Math.Min(area.Height / Rows, MostRow);
        var columns = new Columns(sheet, area, picture, Math.Clamp(row * 0.56f, LeastSize, 17));
        var plot = Sheet.NewPlot();
        plot.Axes.SetLimits(columns.LeftLimit, columns.RightLimit, -Rows, 0);
        var place = 0f;
        foreach (var section in picture.Sections)
        {
            if (section.Name is { } name)
            {
                sheet.WriteMiddle(name, area.Left, area.Top + ((place + (SectionRows * 0.6f)) * row), columns.Strong);
                place += SectionRows;
            }

            var top = area.Top + (place * row);
            foreach (var bar in section.Bars)
            {
                WriteNames(sheet, columns, bar, area.Top + ((place + 0.5f) * row));
                Add(plot, sheet, columns, bar, -(place + 0.5));
                sheet.Mark(
                    SKRect.Create(area.Left, area.Top + (place * row), area.Width, row),
                    new MarkSubject(bar.Words) { Unit = bar.Unit, Quarter = picture.Quarter }
                );
                place++;
            }

            sheet.Line(columns.Zero, top, columns.Zero, area.Top + (place * row), Tone.Quiet);
        }

        sheet.Draw(plot, new SKRect(columns.BarsLeft, area.Top, area.Right, area.Top + (Rows * row)));
    }

    private static void WriteNames(Sheet sheet, Columns columns, RankingBar bar, float middle)
    {
        sheet.WriteMiddle(bar.Rank, columns.RankRight, middle, columns.Faint, SKTextAlign.Right);
        var style = columns.IsHighlight(bar) ? columns.Strong : columns.Plain;
        var (name, fitted) = Lettering.Fitted(sheet, bar.Name, style, columns.NameWidth);
        sheet.WriteMiddle(name, columns.NameLeft, middle, fitted);
    }

    private static void Add(Plot plot, Sheet sheet, Columns columns, RankingBar bar, double position)
    {
        var value = (double)(bar.Value ?? 0);
        if (bar.Value is not null)
        {
            var added = plot.Add.Bar(position, value);
            added.Horizontal = true;
            added.Bars[0].Size = BarThickness;
            added.Bars[0].LineWidth = 0;
            added.Bars[0].FillColor = sheet.Color(
                bar is { IsAccented: true, IsVetoed: false } ? Tone.Accent : Tone.Context
            );
        }

        var style =
            bar.IsVetoed ? (columns.IsHighlight(bar) ? columns.Strong : columns.Plain) with { Color = Tone.Mark }
            : columns.IsHighlight(bar) ? columns.Strong
            : columns.Plain;
        sheet.Label(plot, bar.Label, new(Math.Max(value, 0), position), style, Alignment.MiddleLeft, right: 7);
    }

    /// <summary>Where rank, name, bar and label stand.</summary>
    private sealed class Columns
    {
        private const float MostNameShare = 0.4f;
        private readonly bool _isAnyHighlighted;

        public Columns(Sheet sheet, SKRect area, RankingPicture picture, float size)
        {
            Plain = new(size, Tone.Ink);
            Strong = Plain with { Bold = true };
            Faint = new(size * 0.88f, Tone.Quiet);
            var bars = picture.Sections.SelectMany(section => section.Bars).ToList();
            _isAnyHighlighted = bars.Exists(bar => !bar.IsAccented);
            RankRight = area.Left + bars.Max(bar => sheet.Width(bar.Rank, Faint));
            NameLeft = RankRight + Gap;
            NameWidth = Math.Min(bars.Max(bar => sheet.Width(bar.Name, Strong)), area.Width * MostNameShare);
            BarsLeft = NameLeft + NameWidth + Gap;

            // The scale is the largest at which no bar pushes its label off the sheet.
            var low = Math.Min(0, (double)(bars.Min(bar => bar.Value) ?? 0));
            var high = Math.Max(0, (double)(bars.Max(bar => bar.Value) ?? 0));
            high = high > low ? high : 1;
            var room = area.Right - BarsLeft;
            var fitting = bars.Min(bar =>
                (room - sheet.Width(bar.Label, Strong) - 14) / (Math.Max(0, (double)(bar.Value ?? 0)) - low)
            );
            var perPoint = Math.Clamp(fitting, room * 0.2 / (high - low), room / (high - low));
            LeftLimit = low;
            RightLimit = low + (room / perPoint);
            Zero = BarsLeft + (float)(-low * perPoint);
        }

        public TextStyle Plain { get; }

        public TextStyle Strong { get; }

        public TextStyle Faint { get; }

        public float RankRight { get; }

        public float NameLeft { get; }

        public float NameWidth { get; }

        public float BarsLeft { get; }

        public float Zero { get; }

        public double LeftLimit { get; }

        public double RightLimit { get; }

        public bool IsHighlight(RankingBar bar) => _isAnyHighlighted && bar.IsAccented;
    }
}
