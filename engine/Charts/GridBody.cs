using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Draws a <see cref="GridPicture"/>.</summary>
internal sealed class GridBody(GridPicture picture, GridStyle style) : IChartBody
{
    private const float MostNameShare = 0.34f;
    private const float Gap = 10;
    private const float WidestCell = 200;
    private const float UprightHead = 118;
    private const float HeadLine = 17;
    private const int MostHeadLines = 3;

    // As wide as the names of rows are written at most.
    private static readonly TextStyle s_name = new(15, Tone.Ink);
    private static readonly TextStyle s_head = new(13, Tone.Quiet);

    private float RowHeight => style == GridStyle.Shades ? 26 : 52;

    public string Headline => picture.Headline;

    public string Subtitle => picture.Subtitle;

    public IReadOnlyList<string> Notes => picture.Notes;

    public ChartTable Table => picture.Table;

    public string? SampleMark => picture.SampleMark;

    public IEnumerable<string> Texts => picture.Rows.Concat(picture.Columns).Append(picture.Total).Append("0123456789");

    public (float Natural, float Least) HeightFor(float width, CjkFont font)
    {
        var head = ColumnsIn(width, font).HeadHeight;
        return ((picture.Rows.Count * RowHeight) + head, (picture.Rows.Count * 16) + head);
    }

    public void Draw(Sheet sheet, SKRect area)
    {
        var columns = ColumnsIn(area.Width, sheet.Font);
        var row = (area.Height - columns.HeadHeight) / picture.Rows.Count;
        var name = s_name with { Size = Math.Clamp(row * 0.55f, 10, 15) };
        var (names, cell, totals) = (columns.Names, columns.Cell, columns.Totals);
        var grid = new SKRect(area.Left + names + Gap, area.Top + columns.HeadHeight, area.Right - totals, area.Bottom);
        WriteColumns(sheet, grid, columns);
        var plot = Sheet.NewPlot();
        plot.Axes.SetLimits(0, grid.Width / cell, -picture.Rows.Count, 0);
        for (var index = 0; index < picture.Rows.Count; index++)
        {
            var top = grid.Top + (index * row);
            // Columns stand on the floor of their row, and so do its words; above them is air for a second line.
            var (lines, fitted) = Lettering.Block(sheet, picture.Rows[index], name, names, row * 0.6f);
            var base_ = style == GridStyle.Columns ? row * 0.2f : 0;
            sheet.WriteBlock(lines, area.Left, top + (row / 2) + base_, fitted);
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

    // Heads of columns stand in a line, or in as many as their column is wide enough for, or else upright.
    private GridColumns ColumnsIn(float width, CjkFont font)
    {
        var names = Math.Min(picture.Rows.Max(text => Lettering.Width(font, text, s_name)), width * MostNameShare);
        var totals = Lettering.Width(font, picture.Total, s_name) + Gap;
        var cell = Math.Min((width - names - Gap - totals) / picture.Columns.Count, WidestCell);
        var lines = picture.Columns.Select(text => Lettering.Lines(font, text, s_head, cell - 6)).ToList();
        return lines.TrueForAll(head =>
            head.Count <= MostHeadLines && head.All(line => Lettering.Width(font, line, s_head) <= cell - 4)
        )
            ? new(names, cell, totals, lines, (lines.Max(head => head.Count) * HeadLine) + 10)
            : new(names, cell, totals, null, Math.Min(UprightHead, WidestHead(font, cell) + 16));
    }

    private static TextStyle Upright(float cell) => s_head with { Size = Math.Min(12, cell * 0.8f) };

    private float WidestHead(CjkFont font, float cell) =>
        picture.Columns.Max(text => Lettering.Width(font, text, Upright(cell)));

    private void WriteColumns(Sheet sheet, SKRect grid, GridColumns columns)
    {
        var cell = columns.Cell;
        var upright = Upright(cell);
        for (var index = 0; index < picture.Columns.Count; index++)
        {
            var middle = grid.Left + ((index + 0.5f) * cell);
            if (columns.Heads is null)
            {
                var (lines, fitted) = Lettering.Block(
                    sheet,
                    picture.Columns[index],
                    upright,
                    columns.HeadHeight - 10,
                    cell - 4
                );
                var step = fitted.Size * Lettering.LineHeight;
                for (var line = 0; line < lines.Count; line++)
                {
                    var x = middle + ((line - ((lines.Count - 1) / 2f)) * step);
                    sheet.WriteUpright(lines[line], x, grid.Top - 6, fitted);
                }

                continue;
            }

            var own = columns.Heads[index];
            for (var line = 0; line < own.Count; line++)
            {
                var height = grid.Top - 12 - ((own.Count - 1 - line) * HeadLine);
                sheet.WriteMiddle(own[line], middle, height, s_head, SKTextAlign.Center);
            }
        }

        sheet.WriteMiddle(
            picture.Total,
            grid.Left + (picture.Columns.Count * cell) + columns.Totals,
            grid.Top - 12,
            s_head,
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

    /// <summary>How a width is divided.</summary>
    /// <param name="Names">For the names of rows.</param>
    /// <param name="Cell">For each column.</param>
    /// <param name="Totals">For the totals.</param>
    /// <param name="Heads">The heads of columns in lines; null when they stand upright.</param>
    /// <param name="HeadHeight">Above the rows.</param>
    private sealed record GridColumns(
        float Names,
        float Cell,
        float Totals,
        IReadOnlyList<IReadOnlyList<string>>? Heads,
        float HeadHeight
    );
}
