using System.Collections.Concurrent;
using Analytics.Charts;

namespace Analytics.Dashboard.Api;

/// <summary>Draws charts, each once per version of the data.</summary>
/// <param name="font">The font, or why there is none.</param>
internal sealed class ChartService(FontSearch font)
{
    private const int MaxKept = 200;

    private readonly ChartRenderer? _renderer = font.Font is null ? null : new ChartRenderer(font.Font);
    private readonly ConcurrentDictionary<string, byte[]> _kept = new(StringComparer.Ordinal);

    /// <summary>Why nothing can be drawn; null when it can.</summary>
    public string? Problem => font.Problem;

    /// <summary>The picture.</summary>
    /// <param name="key">What tells this picture from others, with the version of the data.</param>
    /// <param name="isPng">PNG or SVG.</param>
    /// <param name="chart">Makes the chart when it is not kept; null when there is nothing to draw.</param>
    public byte[]? Draw(string key, bool isPng, Func<Chart?> chart)
    {
        if (_kept.TryGetValue(key, out var kept))
        {
            return kept;
        }

        if (chart() is not { } made)
        {
            return null;
        }

        var bytes = isPng ? _renderer!.ToPng(made, 2) : _renderer!.ToSvg(made);
        if (_kept.Count >= MaxKept)
        {
            _kept.Clear();
        }

        _kept[key] = bytes;
        return bytes;
    }
}
