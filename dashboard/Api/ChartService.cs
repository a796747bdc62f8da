using System.Collections.Concurrent;
using Analytics.Charts;

namespace Analytics.Dashboard.Api;

/// <summary>Draws charts, and says where their parts lie, once per version of the data.</summary>
/// <param name="font">The font, or why there is none.</param>
internal sealed class ChartService(FontSearch font)
{
    private const int MaxKept = 200;

    private readonly ChartRenderer? _renderer = font.Font is null ? null : new ChartRenderer(font.Font);
    private readonly ConcurrentDictionary<string, ChartView> _views = new(StringComparer.Ordinal);

    /// <summary>Why nothing can be drawn; null when it can.</summary>
    public string? Problem => font.Problem;

    /// <summary>The picture; answers are kept whole, so a picture is not kept once more here.</summary>
    /// <param name="chart">What to draw.</param>
    /// <param name="isPng">PNG or SVG.</param>
    /// <param name="theme">The ground.</param>
    public byte[] Draw(Chart chart, bool isPng, ChartTheme theme = ChartTheme.Light) =>
        isPng ? _renderer!.ToPng(chart, 2, theme) : _renderer!.ToSvg(chart, theme);

    /// <summary>The picture for print.</summary>
    /// <param name="chart">A chart of the size <see cref="ChartPrint.Page"/>.</param>
    /// <param name="dpi">Dots to the inch.</param>
    public byte[] Print(Chart chart, int dpi = ChartPrint.UsualDpi) => ChartPrint.ToPng(_renderer!, chart, dpi);

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

        if (
            _renderer is null
            || chart(new ChartSize(ChartView.Wide)) is not { } wide
            || chart(new ChartSize(ChartView.Narrow)) is not { } narrow
        )
        {
            return null;
        }

        if (_views.Count >= MaxKept)
        {
            _views.Clear();
        }

        return _views[key] = new ChartView(address, wide, _renderer.Layout(wide), _renderer.Layout(narrow));
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

    /// <summary>Whether the page has a table with the same numbers right beside the picture, so that it needs none of its own.</summary>
    public bool IsTold { get; private init; }

    /// <summary>The same, for a page that has the table already.</summary>
    public ChartView Told() => this with { IsTold = true };

    /// <summary>The address of the picture for print; null for charts that are only for screens (models, queries).</summary>
    public string? ForPrint =>
        Address.StartsWith("/api/v1/charts/", StringComparison.Ordinal)
            ? $"{As("png")}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}dpi={ChartPrint.UsualDpi}"
            : null;

    /// <summary>The address in another format.</summary>
    public string As(string format) => Address.Replace(".svg", '.' + format, StringComparison.Ordinal);
}
