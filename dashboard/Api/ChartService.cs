using System.Collections.Concurrent;
using Analytics.Charts;

namespace Analytics.Dashboard.Api;

/// <summary>Draws charts and says where their parts lie, each once per version of the data.</summary>
/// <param name="font">The font, or why there is none.</param>
internal sealed class ChartService(FontSearch font)
{
    private const int MaxKept = 200;

    private readonly ChartRenderer? _renderer = font.Font is null ? null : new ChartRenderer(font.Font);
    private readonly ConcurrentDictionary<string, byte[]> _pictures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ChartView> _views = new(StringComparer.Ordinal);

    /// <summary>Why nothing can be drawn; null when it can.</summary>
    public string? Problem => font.Problem;

    /// <summary>The picture.</summary>
    /// <param name="key">What tells this picture from others, with the version of the data.</param>
    /// <param name="isPng">PNG or SVG.</param>
    /// <param name="theme">The ground.</param>
    /// <param name="chart">Makes the chart when it is not kept; null when there is nothing to draw.</param>
    public byte[]? Draw(string key, bool isPng, ChartTheme theme, Func<Chart?> chart)
    {
        if (_pictures.TryGetValue(key, out var kept))
        {
            return kept;
        }

        if (chart() is not { } made)
        {
            return null;
        }

        return Keep(_pictures, key, isPng ? _renderer!.ToPng(made, 2, theme) : _renderer!.ToSvg(made, theme));
    }

    /// <summary>What a page needs to lay its links over a chart.</summary>
    /// <param name="version">The version of the data.</param>
    /// <param name="address">The picture's address, ending in .svg and its query.</param>
    /// <param name="chart">Makes the chart in a size; null when there is nothing to draw.</param>
    /// <returns>Null when there is nothing to draw, or no font to draw it with.</returns>
    public ChartView? View(string version, string address, Func<ChartSize, Chart?> chart)
    {
        var key = version + ' ' + address;
        if (_views.TryGetValue(key, out var kept))
        {
            return kept;
        }

        return
            _renderer is not null
            && chart(new ChartSize(ChartView.Wide)) is { } wide
            && chart(new ChartSize(ChartView.Narrow)) is { } narrow
            ? Keep(_views, key, new ChartView(address, wide, _renderer.Layout(wide), _renderer.Layout(narrow)))
            : null;
    }

    private static T Keep<T>(ConcurrentDictionary<string, T> kept, string key, T value)
    {
        if (kept.Count >= MaxKept)
        {
            kept.Clear();
        }

        kept[key] = value;
        return value;
    }
}

/// <summary>A chart as a page shows it: a picture in two widths, and where its parts lie in each.</summary>
/// <param name="Address">The picture's address without width and theme.</param>
/// <param name="Chart">The chart, for its words.</param>
/// <param name="OnDesk">The layout for desks and paper.</param>
/// <param name="OnPhone">The layout for phones.</param>
public sealed record ChartView(string Address, Chart Chart, ChartLayout OnDesk, ChartLayout OnPhone)
{
    /// <summary>Pixels on a desk.</summary>
    public const int Wide = 960;

    /// <summary>Pixels on a phone.</summary>
    public const int Narrow = 380;

    /// <summary>The picture's address in a width and on a ground.</summary>
    public string At(int width, ChartTheme theme = ChartTheme.Light) =>
        $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}width={width}{(theme == ChartTheme.Dark ? "&theme=dark" : "")}";

    /// <summary>The address in another format.</summary>
    public string As(string format) => Address.Replace(".svg", '.' + format, StringComparison.Ordinal);
}
