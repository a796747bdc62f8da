using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>The paper a chart is drawn on: text and lines directly, data by way of a <see cref="Plot"/>.</summary>
internal sealed class Sheet(SKCanvas canvas, CjkFont font, Palette palette)
{
    /// <summary>The middle of digits and, nearly, of Chinese characters (0.88 em above to 0.12 em below the baseline).</summary>
    private const float MiddleAboveBaseline = 0.37f;

    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly List<ChartMark> _marks = [];

    public CjkFont Font => font;

    /// <summary>Every text written so far, as drawn.</summary>
    public IReadOnlyCollection<string> Written => _written;

    /// <summary>The places marked so far.</summary>
    public IReadOnlyList<ChartMark> Marks => _marks;

    /// <summary>Says that a place stands for rows.</summary>
    public void Mark(SKRect place, MarkSubject about) =>
        _marks.Add(new(place.Left, place.Top, place.Width, place.Height, about));

    /// <summary>A colour as plots take it.</summary>
    public Color Color(Tone tone)
    {
        var color = palette[tone];
        return new Color(color.Red, color.Green, color.Blue, color.Alpha);
    }

    public float Width(string text, TextStyle style) => Lettering.Width(font, text, style);

    /// <summary>Writes one line of text.</summary>
    /// <param name="text">The text; characters the font lacks become 〓.</param>
    /// <param name="x">Where the text begins, ends or has its middle, by <paramref name="align"/>.</param>
    /// <param name="baseline">The line the characters stand on.</param>
    /// <param name="style">Size, weight, colour.</param>
    /// <param name="align">Left by default.</param>
    public void Write(string text, float x, float baseline, TextStyle style, SKTextAlign align = SKTextAlign.Left)
    {
        var drawable = Drawable(text);
        using var face = Lettering.Face(font, style);
        using var paint = new SKPaint { Color = palette[style.Color], IsAntialias = true };
        canvas.DrawText(drawable, x, baseline, align, face, paint);
    }

    /// <summary>Writes one line with its middle at a height, as beside a bar.</summary>
    public void WriteMiddle(
        string text,
        float x,
        float middle,
        TextStyle style,
        SKTextAlign align = SKTextAlign.Left
    ) => Write(text, x, middle + (style.Size * MiddleAboveBaseline), style, align);

    /// <summary>Writes lines with the middle of them all at a height.</summary>
    public void WriteBlock(IReadOnlyList<string> lines, float x, float middle, TextStyle style)
    {
        var step = style.Size * Lettering.LineHeight;
        var top = middle - ((lines.Count - 1) * step / 2);
        for (var line = 0; line < lines.Count; line++)
        {
            WriteMiddle(lines[line], x, top + (line * step), style);
        }
    }

    /// <summary>Writes one line that runs upwards, for the head of a narrow column.</summary>
    /// <param name="text">The text.</param>
    /// <param name="x">The middle of the line.</param>
    /// <param name="bottom">Where it begins.</param>
    /// <param name="style">Size, weight, colour.</param>
    public void WriteUpright(string text, float x, float bottom, TextStyle style)
    {
        canvas.Save();
        canvas.RotateDegrees(-90, x, bottom);
        WriteMiddle(text, x, bottom, style);
        canvas.Restore();
    }

    public void Fill(SKRect area, Tone color)
    {
        using var paint = new SKPaint { Color = palette[color] };
        canvas.DrawRect(area, paint);
    }

    public void Line(float x1, float y1, float x2, float y2, Tone color, float width = 1)
    {
        using var paint = new SKPaint
        {
            Color = palette[color],
            StrokeWidth = width,
            IsStroke = true,
            IsAntialias = true,
        };
        canvas.DrawLine(x1, y1, x2, y2, paint);
    }

    /// <summary>An upright dashed line. Path effects are lost in SVG, so the dashes are lines of their own.</summary>
    public void Dashes(float x, float top, float bottom, Tone color)
    {
        for (var y = top; y < bottom; y += 7)
        {
            Line(x, y, x, Math.Min(y + 4, bottom), color, 1.2f);
        }
    }

    public void Frame(SKRect area, Tone color)
    {
        using var paint = new SKPaint
        {
            Color = palette[color],
            StrokeWidth = 1.2f,
            IsStroke = true,
            IsAntialias = true,
        };
        canvas.DrawRoundRect(area, 3, 3, paint);
    }

    /// <summary>An empty plot without axes, ticks, grid or background: what a chart wants, it adds.</summary>
    public static Plot NewPlot()
    {
        var plot = new Plot();
        plot.Layout.Frameless();
        plot.HideGrid();
        plot.Axes.Frameless();
        // These paint over what stands on the sheet already.
        plot.RenderManager.Remove<ScottPlot.Rendering.RenderActions.ClearCanvas>();
        plot.RenderManager.Remove<ScottPlot.Rendering.RenderActions.RenderFigureBackground>();
        plot.RenderManager.Remove<ScottPlot.Rendering.RenderActions.RenderDataBackground>();
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        return plot;
    }

    /// <summary>Adds a text at a place of the data, moved by some pixels.</summary>
    public ScottPlot.Plottables.Text Label(
        Plot plot,
        string text,
        Coordinates place,
        TextStyle style,
        Alignment alignment,
        float right = 0,
        float down = 0
    )
    {
        var label = plot.Add.Text(Drawable(text), place);
        // The typeface itself, not a name: a name is looked up in a list that the whole process shares.
        label.LabelStyle.Font = style.Bold ? font.Bold : font.Regular;
        label.LabelFontSize = style.Size;
        label.LabelFontColor = Color(style.Color);
        label.Alignment = alignment;
        label.OffsetX = right;
        label.OffsetY = down + (alignment is Alignment.MiddleLeft ? MiddleShift(style) : 0);
        return label;
    }

    /// <summary>ScottPlot takes the middle between the font's top and bottom, which lies higher than that of its characters.</summary>
    private float MiddleShift(TextStyle style)
    {
        using var face = Lettering.Face(font, style);
        var metrics = face.Metrics;
        return (style.Size * MiddleAboveBaseline) + ((metrics.Ascent + metrics.Descent) / 2);
    }

    /// <summary>Draws a plot; nothing of it shows outside the area.</summary>
    public void Draw(Plot plot, SKRect area)
    {
        var place = new PixelRect(area.Left, area.Right, area.Bottom, area.Top);
        // A plot draws itself twice when it sees its axis limits for the first time, which thickens all edges and
        // doubles an SVG. The first time therefore goes to a canvas that keeps nothing.
        using (var nowhere = new SKNoDrawCanvas((int)area.Right + 1, (int)area.Bottom + 1))
        {
            plot.Render(nowhere, place);
        }

        canvas.Save();
        canvas.ClipRect(area);
        plot.Render(canvas, place);
        canvas.Restore();
    }

    private string Drawable(string text)
    {
        var drawable = font.Drawable(text);
        _written.Add(drawable);
        return drawable;
    }
}
