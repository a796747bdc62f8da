using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Draws charts as PNG and SVG. The same chart gives the same bytes each time; safe to use from several threads.</summary>
/// <param name="font">The font to draw with, from <see cref="CjkFont.Find"/>.</param>
public sealed class ChartRenderer(CjkFont font)
{
    /// <summary>The largest picture, in pixels.</summary>
    private const long MostPixels = 100_000_000;

    /// <summary>Draws a chart as a PNG.</summary>
    /// <param name="chart">From a chart's definition, for example <see cref="RankingChart"/>.</param>
    /// <param name="scale">Pixels per unit of the chart's size, above 0 to 4: 1 for screens, 2 or 3 for print.</param>
    /// <param name="theme">The ground.</param>
    /// <returns>The file; opaque, white background.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The scale is out of bounds, or the picture would be too large.</exception>
    public byte[] ToPng(Chart chart, float scale = 1, ChartTheme theme = ChartTheme.Light)
    {
        ArgumentNullException.ThrowIfNull(chart);
        if (scale is not (> 0 and <= 4))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "缩放倍数应大于0，不超过4。");
        }

        var frame = new ChartFrame(chart, font);
        var width = (int)MathF.Ceiling(chart.Size.Width * scale);
        var height = (int)MathF.Ceiling(frame.Height * scale);
        if ((long)width * height > MostPixels)
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, $"图片过大：{width}×{height}像素。");
        }

        using var surface =
            SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque))
            ?? throw new InvalidOperationException($"No surface of {width}×{height} pixels can be had.");
        var palette = PaletteOf(theme);
        surface.Canvas.Clear(palette[Tone.Paper]);
        surface.Canvas.Scale(scale);
        frame.Draw(new Sheet(surface.Canvas, font, palette));
        using var image = surface.Snapshot();
        using var file = image.Encode(SKEncodedImageFormat.Png, 100);
        return file.ToArray();
    }

    /// <summary>Draws a chart as an SVG whose text can be searched and copied.</summary>
    /// <param name="chart">From a chart's definition, for example <see cref="RankingChart"/>.</param>
    /// <param name="theme">The ground.</param>
    /// <returns>The file, UTF-8; it names fonts and does not contain them.</returns>
    public byte[] ToSvg(Chart chart, ChartTheme theme = ChartTheme.Light)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var frame = new ChartFrame(chart, font);
        using var stream = new MemoryStream();
        Sheet sheet;
        // The file is complete only once the canvas is disposed.
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(chart.Size.Width, frame.Height), stream))
        {
            sheet = new Sheet(canvas, font, PaletteOf(theme));
            frame.Draw(sheet);
        }

        return SvgCleaning.Clean(stream.ToArray(), sheet.Written, chart, font);
    }

    /// <summary>Where everything of a chart lies, without a picture: a page lays links over the picture it asks for later.</summary>
    /// <param name="chart">From a chart's definition.</param>
    public ChartLayout Layout(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var frame = new ChartFrame(chart, font);
        using var nowhere = new SKNoDrawCanvas(chart.Size.Width, frame.Height);
        var sheet = new Sheet(nowhere, font, Palette.Light);
        frame.Draw(sheet);
        return new ChartLayout(chart.Size.Width, frame.Height, sheet.Marks);
    }

    private static Palette PaletteOf(ChartTheme theme) => theme == ChartTheme.Dark ? Palette.Dark : Palette.Light;
}
