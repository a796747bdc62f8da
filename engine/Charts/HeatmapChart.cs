using System.Globalization;
using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>Which unit has how many problems of which category in a quarter (单位与类别热力图).</summary>
public static class HeatmapChart
{
    /// <summary>Makes the chart.</summary>
    /// <param name="counts">The counts of one quarter, in official order.</param>
    /// <param name="text">Source and cut-off.</param>
    /// <param name="size">Null for 1000 wide and as high as the units need.</param>
    /// <exception cref="ArgumentException">No counts, or counts of several quarters; the message is in Chinese.</exception>
    public static Chart Of(IReadOnlyList<FindingCount> counts, ChartText text, ChartSize? size = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(text);
        return new(text, size ?? new ChartSize(), new GridBody(Picture(counts), GridStyle.Shades));
    }

    internal static GridPicture Picture(IReadOnlyList<FindingCount> counts)
    {
        if (counts.Count == 0)
        {
            throw new ArgumentException("没有可画的问题。", nameof(counts));
        }

        if (counts.Select(count => count.Quarter).Distinct().Skip(1).Any())
        {
            throw new ArgumentException("一张热力图只能画一个季度。", nameof(counts));
        }

        var units = counts
            .GroupBy(count => count.Unit, StringComparer.Ordinal)
            .Select(own => (Unit: own.Key, Name: own.First().UnitName, Total: own.Sum(count => count.Count)))
            .OrderByDescending(unit => unit.Total)
            .ToList();
        var categories = counts
            .GroupBy(count => count.Category, StringComparer.Ordinal)
            .OrderBy(own => own.First().CategoryOrder)
            .Select(own => (Category: own.Key, Name: own.First().CategoryName))
            .ToList();
        var (quarter, isSample) = (counts[0].Quarter, counts.Any(count => count.IsSample));
        var all = counts.Sum(count => count.Count);
        var most = counts.MaxBy(count => count.Count)!;
        return new GridPicture(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{quarter.Chinese}点名到单位的问题共{all}条，{(counts.Count(count => count.Count == most.Count) == 1 ? $"最多的一格是{most.UnitName}的“{most.CategoryName}”（{most.Count}条）" : $"单格最多{most.Count}条")}"
            ),
            "各单位各类问题，单位：条；空白是没有点名，不等于零",
            "单位",
            [.. units.Select(unit => unit.Name)],
            [.. categories.Select(category => category.Name)],
            [
                .. counts.Select(count => new GridCell(
                    units.FindIndex(unit => unit.Unit == count.Unit),
                    categories.FindIndex(category => category.Category == count.Category),
                    count.Count,
                    count.IsSample,
                    new MarkSubject($"{count.UnitName}：{count.CategoryName} {count.Count}条")
                    {
                        Unit = count.Unit,
                        Category = count.Category,
                        Quarter = quarter,
                    }
                )),
            ],
            isSample ? ["本季度为示例数据，不是真实的检查结果。"] : [],
            SampleMark.Of(isSample, hasReal: false)
        );
    }
}
