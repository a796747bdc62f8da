using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Finds places for the values beside their points, so that none lies on another or on the line.</summary>
internal static class TrendLabels
{
    /// <summary>Pixels between a point and its label.</summary>
    public const float Distance = 8;

    public static readonly TextStyle Style = new(15, Palette.Ink);

    /// <summary>Labels that found a place. The last value is not among them: it stands in the callout.</summary>
    public static IReadOnlyList<PlacedLabel> Placed(TrendPicture picture, Sheet sheet, TrendScale scale)
    {
        var segments = picture
            .Lines.SelectMany(run => run.Zip(run.Skip(1)))
            .Select(pair => (From: PointOf(picture.Marks[pair.First]), To: PointOf(picture.Marks[pair.Second])))
            .ToList();
        var placed = new List<PlacedLabel>();
        foreach (var mark in InOrderOfNeed(picture.Marks))
        {
            var size = new SKSize(sheet.Width(mark.Label, Style) + 4, Style.Size * 1.15f);
            var above = BoxOf(mark, size, isAbove: true);
            var below = BoxOf(mark, size, isAbove: false);
            var isAbove = Cost(above) <= Cost(below);
            var box = isAbove ? above : below;
            if (scale.Area.Contains(box) && !placed.Exists(other => other.Box.IntersectsWith(box)))
            {
                placed.Add(new(mark, box, isAbove));
            }
        }

        return placed;

        SKPoint PointOf(TrendMark mark) => new(scale.X(mark.Slot), scale.Y(mark.Value));

        SKRect BoxOf(TrendMark mark, SKSize size, bool isAbove)
        {
            var point = PointOf(mark);
            var top = isAbove ? point.Y - Distance - size.Height : point.Y + Distance;
            return SKRect.Create(point.X - (size.Width / 2), top, size.Width, size.Height);
        }

        int Cost(SKRect box) =>
            segments.Sum(segment => Touches(box, segment.From, segment.To))
            + (scale.Area.Contains(box) ? 0 : 1000)
            + (placed.Exists(other => other.Box.IntersectsWith(box)) ? 1000 : 0);
    }

    /// <summary>Where there is no room for all, the first, highest and lowest values are labelled before others.</summary>
    private static IEnumerable<TrendMark> InOrderOfNeed(IReadOnlyList<TrendMark> marks)
    {
        var high = marks.Max(mark => mark.Value);
        var low = marks.Min(mark => mark.Value);
        return marks
            .Where(mark => !mark.IsLast)
            .OrderBy(mark => mark == marks[0] || mark.Value == high || mark.Value == low ? 0 : 1)
            .ThenBy(mark => mark.Slot);
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
internal readonly record struct PlacedLabel(TrendMark Mark, SKRect Box, bool IsAbove);
