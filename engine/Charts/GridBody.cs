using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Draws a <see cref="GridPicture"/>.</summary>
internal sealed class GridBody(GridPicture picture, GridStyle style) : IChartBody
{
    private const string Total = "合计";
    private const float MostNameShare = 0.34f;
    private const float Gap = 10;
    private const float WidestCell = 200;
    private const float UprightHead = 118;

    private float RowHeight => style == GridStyle.Shades ? 26 : 52;

    public string Headline => picture.Headline;

    public string Subtitle => picture.Subtitle;

    public IReadOnlyList<string> Notes => picture.Notes;

    public string? SampleMark => picture.SampleMark;

    public IEnumerable<string> Texts => picture.Rows.Concat(picture.Columns).Append(Total).Append("0123456789");

    public (float Natural, float Least) HeightFor(float width) =>
        ((picture.Rows.Count * RowHeight) + HeadHeight(width), (picture.Rows.Count * 16) + HeadHeight(width));

    public void Draw(Sheet sheet, SKRect area)
    {
        var head = HeadHeight(area.Width);
        var row = (area.Height - head) / picture.Rows.Count;
        var name = new TextStyle(Math.Clamp(row * 0.55f, 10, 15), Tone.Ink);
        var names = Math.Min(picture.Rows.Max(text => sheet.Width(text, name)), area.Width * MostNameShare);
        var totals = sheet.Width(Total, name) + Gap;
        var grid = new SKRect(area.Left + names + Gap, area.Top + head, area.Right - totals, area.Bottom);
        var cell = Math.Min(grid.Width / picture.Columns.Count, WidestCell);
        WriteColumns(sheet, grid, cell, name, IsUpright(area.Width));
        var plot = Sheet.NewPlot();
        plot.Axes.SetLimits(0, grid.Width / cell, -picture.Rows.Count, 0);
        for (var index = 0; index < picture.Rows.Count; index++)
        {
            var top = grid.Top + (index * row);
            var (text, fitted) = Lettering.Fitted(sheet, picture.Rows[index], name, names);
            var base_ = style == GridStyle.Columns ? row * 0.2f : 0;
            sheet.WriteMiddle(text, area.Left, top + (row / 2) + base_, fitted);
            sheet.WriteMiddle(
                picture.TotalOf(index),
                grid.Left + (picture.Columns.Count * cell) + totals,
                top + (row / 2) + base_,
                name with
                {
                    Bold = true,
                },
                SKTextAlign.Right
            );
            sheet.Line(grid.Left, top + row, grid.Left + (picture.Columns.Count * cell), top + row, Tone.Grid);
        }

        foreach (var one in picture.Cells)
        {
            Add(plot, sheet, one, cell, row);
            sheet.Mark(
                SKRect.Create(grid.Left + (one.Column * cell), grid.Top + (one.Row * row), cell, row),
                one.About
            );
        }

        sheet.Draw(plot, grid);
    }

    // Names of columns stand upright where they are longer than their column is surely wide.
    private float HeadHeight(float width) => IsUpright(width) ? UprightHead : 26;

    private bool IsUpright(float width) =>
        picture.Columns.Max(text => text.Sum(character => char.IsAscii(character) ? 7.5f : 13f))
        > Math.Min((width * (1 - MostNameShare) - 60) / picture.Columns.Count, WidestCell) - 4;

    private void WriteColumns(Sheet sheet, SKRect grid, float cell, TextStyle name, bool isUpright)
    {
        var quiet = new TextStyle(isUpright ? Math.Min(12, cell * 0.8f) : 13, Tone.Quiet);
        for (var index = 0; index < picture.Columns.Count; index++)
        {
            var middle = grid.Left + ((index + 0.5f) * cell);
            if (isUpright)
            {
                var (text, fitted) = Lettering.Fitted(sheet, picture.Columns[index], quiet, UprightHead - 10);
                sheet.WriteUpright(text, middle, grid.Top - 6, fitted);
            }
            else
            {
                sheet.WriteMiddle(picture.Columns[index], middle, grid.Top - 12, quiet, SKTextAlign.Center);
            }
        }

        sheet.WriteMiddle(
            Total,
            grid.Left + (picture.Columns.Count * cell) + sheet.Width(Total, name) + Gap,
            grid.Top - 12,
            quiet,
            SKTextAlign.Right
        );
    }

    private void Add(Plot plot, Sheet sheet, GridCell one, float cell, float row)
    {
        var text = one.Count.ToString(CultureInfo.InvariantCulture);
        var size = Math.Clamp(Math.Min(row * (style == GridStyle.Shades ? 0.5f : 0.24f), cell * 0.42f), 9, 14);
        if (style == GridStyle.Shades)
        {
            // Counts differ by powers of ten; by their logarithm the small ones can be told apart too.
            var shade = 0.12 + (0.88 * Math.Log(1 + one.Count) / Math.Log(1 + picture.Most));
            var square = plot.Add.Rectangle(one.Column + 0.02, one.Column + 0.98, -one.Row - 0.96, -one.Row - 0.04);
            square.FillColor = sheet.Color(Tone.Accent).WithAlpha(shade);
            square.LineWidth = 0;
            sheet.Label(
                plot,
                text,
                new(one.Column + 0.5, -one.Row - 0.5),
                new TextStyle(size, shade > 0.6 ? Tone.Paper : Tone.Ink),
                Alignment.MiddleCenter
            );
            return;
        }

        var height = 0.66 * one.Count / picture.Most;
        var column = plot.Add.Rectangle(one.Column + 0.16, one.Column + 0.84, -one.Row - 1, -one.Row - 1 + height);
        column.FillColor = sheet.Color(one.IsSample ? Tone.Context : Tone.Accent);
        column.LineWidth = 0;
        sheet.Label(
            plot,
            text,
            new(one.Column + 0.5, -one.Row - 1 + height),
            new TextStyle(size, one.IsSample ? Tone.Quiet : Tone.Ink),
            Alignment.LowerCenter,
            down: -2
        );
    }
}
