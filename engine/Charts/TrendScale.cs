using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Where quarters and values of a trend lie on the sheet.</summary>
internal sealed class TrendScale
{
    private const float AxisHeight = 52;
    private const float BandNameHeight = 22;

    /// <summary>Pixels right of the last place: room for its point, while grid lines end before the words beside it.</summary>
    private const float RightAir = 10;

    /// <summary>Half the width of 四季度 at the axis.</summary>
    private const float HalfQuarterName = 23;

    /// <summary>Pixels from the last point to the words beside it.</summary>
    public const float CalloutGap = 18;

    private readonly bool _isRank;
    private readonly float _slots;
    private readonly int _tickDecimals;

    private TrendScale(TrendPicture picture, IReadOnlyList<decimal> ticks, float rightAir)
    {
        _isRank = picture.IsRank;
        _slots = picture.Slots.Count - 0.5f + rightAir;
        Ticks = ticks;
        _tickDecimals = ChartNumbers.Decimals(ticks.Select(tick => picture.IsRate ? tick * 100 : tick), 2);
        var (low, high) = ((double)ticks[0], (double)ticks[^1]);
        var air = (high - low) * 0.08;
        (BottomLimit, TopLimit) = _isRank ? (-high - air, -low + air) : (low - (low == 0 ? 0 : air), high + air);
    }

    /// <summary>The part of the sheet on which the data is drawn.</summary>
    public SKRect Area { get; private init; }

    /// <summary>Values of the grid lines, ascending.</summary>
    public IReadOnlyList<decimal> Ticks { get; }

    public const double LeftLimit = -0.5;

    public double RightLimit => _slots - 0.5;

    public double BottomLimit { get; }

    public double TopLimit { get; }

    public static TrendScale Of(TrendPicture picture, Sheet sheet, SKRect area, float calloutWidth)
    {
        var ticks = TicksOf(picture);
        var blank = new TrendScale(picture, ticks, 0);
        var left = ticks.Max(tick => sheet.Width(blank.TickText(picture, tick), new(14, Tone.Quiet))) + 8;
        var last = picture.Marks.Single(mark => mark.IsLast).Slot;
        var most = area.Width - left;
        // The callout stands right of the last point, be that at the edge or before quarters without a value.
        var step = Math.Min(
            (most - calloutWidth - CalloutGap) / (last + 0.5f),
            (most - HalfQuarterName) / (picture.Slots.Count - 0.5f)
        );
        var width = (step * (picture.Slots.Count - 0.5f)) + RightAir;
        var top = area.Top + (picture.SampleBands.Count > 0 ? BandNameHeight : 0);
        return new TrendScale(picture, ticks, RightAir / step)
        {
            Area = new SKRect(area.Left + left, top, area.Left + left + width, area.Bottom - AxisHeight),
        };
    }

    /// <summary>A value as handed to the plot: ranks are negated, so that the first place is on top.</summary>
    public static double Plotted(TrendPicture picture, decimal value) => (double)(picture.IsRank ? -value : value);

    public double Plotted(decimal value) => (double)(_isRank ? -value : value);

    public float X(float slot) => Area.Left + ((slot + 0.5f) / _slots * Area.Width);

    public float Y(decimal value) =>
        Area.Bottom - ((float)((Plotted(value) - BottomLimit) / (TopLimit - BottomLimit)) * Area.Height);

    public string TickText(TrendPicture picture, decimal tick) => picture.ValueText(tick, _tickDecimals);

    private static IReadOnlyList<decimal> TicksOf(TrendPicture picture)
    {
        var low = picture.Marks.Min(mark => mark.Value);
        var high = picture.Marks.Max(mark => mark.Value);
        foreach (var limit in picture.Limits)
        {
            low = Math.Min(low, limit.Lower);
            high = Math.Max(high, limit.Upper);
        }

        if (picture.IsRank)
        {
            var ranks = ChartNumbers.Ticks(1, Math.Max(high, 2), 5, 1);
            return [1, .. ranks.Where(tick => tick > 1)];
        }

        var leastStep = picture.IsRate ? 0.005m : 1;
        // A line may start above zero where all values lie far from it; else the start is zero.
        var start = low >= 0 && low <= high * 0.6m ? 0 : low;
        if (start != 0)
        {
            start -= (high - low) / 10;
            start = low >= 0 ? Math.Max(start, 0) : start;
        }

        return ChartNumbers.Ticks(start, high, 5, leastStep);
    }
}
