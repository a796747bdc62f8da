using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Finds places for the values beside their points, so that none lies on another or on the line.</summary>
internal static class TrendLabels
{
    /// <summary>Pixels between a point and its label.</summary>
    public const float Distance = 8;

    private const int Forbidden = 100_000;

    private static readonly bool[] s_sides = [true, false];

    /// <summary>Sideways moves as shares of the label's width.</summary>
    private static readonly float[] s_shifts = [0, -0.45f, 0.45f];

    public static readonly TextStyle Style = new(15, Tone.Ink);

    /// <summary>Labels that found a place. The last value is not among them: it stands in the callout.</summary>
    public static IReadOnlyList<PlacedLabel> Placed(TrendPicture picture, Sheet sheet, TrendScale scale)
    {
        var segments = picture
            .Lines.SelectMany(run => run.Zip(run.Skip(1)))
            .Select(pair => (From: PointOf(picture.Marks[pair.First]), To: PointOf(picture.Marks[pair.Second])))
            .Concat(
                picture.SampleBands.SelectMany(band => new[] { band.First - 0.5f, band.Last + 0.5f }).Select(SeamAt)
            )
            .ToList();
        var limits = LimitsOf(picture, scale);
        var placed = new List<PlacedLabel>();
        foreach (var mark in InOrderOfNeed(picture.Marks))
        {
            var size = new SKSize(sheet.Width(mark.Label, Style) + 4, Style.Size * 1.15f);
            var best = Places(mark, size).MinBy(place => place.Cost);
            // A value that would lie on the line is left out, unless it is one the reader looks for.
            if (best.Cost < Forbidden && (best.Label.IsFree || IsNeeded(mark, picture.Marks)))
            {
                placed.Add(best.Label);
            }
        }

        return placed;

        (SKPoint From, SKPoint To) SeamAt(float slot) =>
            (new(scale.X(slot), scale.Area.Top), new(scale.X(slot), scale.Area.Bottom));

        SKPoint PointOf(TrendMark mark) => new(scale.X(mark.Slot), scale.Y(mark.Value));

        IEnumerable<(PlacedLabel Label, int Cost)> Places(TrendMark mark, SKSize size)
        {
            var point = PointOf(mark);
            foreach (var isAbove in s_sides)
            {
                foreach (var shift in s_shifts.Select(share => share * size.Width))
                {
                    var top = isAbove ? point.Y - Distance - size.Height : point.Y + Distance;
                    var box = SKRect.Create(point.X - (size.Width / 2) + shift, top, size.Width, size.Height);
                    var touches =
                        segments.Sum(segment => Touches(box, segment.From, segment.To))
                        + picture.Marks.Count(other => other != mark && IsNear(box, PointOf(other)));
                    var crossed = limits.Count(limit => Touches(box, limit.From, limit.To) > 0);
                    var isForbidden =
                        !scale.Area.Contains(box) || placed.Exists(other => other.Box.IntersectsWith(box));
                    var cost =
                        (touches * 10)
                        + (crossed * 7)
                        + (shift == 0 ? 0 : 5)
                        + (isAbove ? 0 : 1)
                        + (isForbidden ? Forbidden : 0);
                    yield return (new(mark, box, isAbove, shift, touches == 0), cost);
                }
            }
        }
    }

    /// <summary>The lines of control limits: values stand beside them rather than on them, where there is room.</summary>
    private static List<(SKPoint From, SKPoint To)> LimitsOf(TrendPicture picture, TrendScale scale) =>
        [
            .. picture.Limits.SelectMany(limit =>
                new[] { limit.Lower, limit.Center, limit.Upper }.Select(value =>
                    (
                        new SKPoint(scale.X(limit.Slot - 0.5f), scale.Y(value)),
                        new SKPoint(scale.X(limit.Slot + 0.5f), scale.Y(value))
                    )
                )
            ),
        ];

    /// <summary>Where there is no room for all, the first, highest and lowest values are labelled before others.</summary>
    private static IEnumerable<TrendMark> InOrderOfNeed(IReadOnlyList<TrendMark> marks)
    {
        return marks
            .Where(mark => !mark.IsLast)
            .OrderBy(mark => IsNeeded(mark, marks) ? 0 : 1)
            .ThenBy(mark => mark.Slot);
    }

    private static bool IsNeeded(TrendMark mark, IReadOnlyList<TrendMark> marks) =>
        mark == marks[0]
        || mark.Value == marks.Max(other => other.Value)
        || mark.Value == marks.Min(other => other.Value);

    /// <summary>Whether a box would cover the point of another value.</summary>
    private static bool IsNear(SKRect box, SKPoint point)
    {
        const float Radius = 5;
        return SKRect.Inflate(box, Radius, Radius).Contains(point);
    }

    /// <summary>How much of a line runs through a box, in samples of it.</summary>
    private static int Touches(SKRect box, SKPoint from, SKPoint to)
    {
        const int Samples = 40;
        var touches = 0;
        for (var sample = 0; sample <= Samples; sample++)
        {
            var share = (float)sample / Samples;
            var point = new SKPoint(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));
            touches += box.Contains(point) ? 1 : 0;
        }

        return touches;
    }
}

/// <summary>A label with its place on the sheet.</summary>
/// <param name="Mark">The value.</param>
/// <param name="Box">The place.</param>
/// <param name="IsAbove">Above or below its point.</param>
/// <param name="Shift">Pixels to the right of its point.</param>
/// <param name="IsFree">Whether no line runs through it.</param>
internal readonly record struct PlacedLabel(TrendMark Mark, SKRect Box, bool IsAbove, float Shift, bool IsFree);
