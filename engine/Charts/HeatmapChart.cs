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
        return new(text, size ?? new ChartSize(), new GridBody(Picture(counts, text.Language), GridStyle.Shades));
    }

    internal static GridPicture Picture(IReadOnlyList<FindingCount> counts, ChartLanguage? language = null)
    {
        var say = language ?? ChartLanguage.Chinese;
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
            .Select(own => (Category: own.Key, Name: say.Category(own.Key, own.First().CategoryName)))
            .ToList();
        var (quarter, isSample) = (counts[0].Quarter, counts.Any(count => count.IsSample));
        return new GridPicture(
            HeadlineOf(counts, say),
            say[
                "各单位各类问题，单位：条；空白是没有点名，不等于零",
                "Number of findings by unit and category; blank means not named, which is not zero"
            ],
            say["单位", "Unit"],
            [.. units.Select(unit => unit.Name)],
            [.. categories.Select(category => category.Name)],
            [
                .. counts.Select(count => new GridCell(
                    units.FindIndex(unit => unit.Unit == count.Unit),
                    categories.FindIndex(category => category.Category == count.Category),
                    count.Count,
                    count.IsSample,
                    new MarkSubject(
                        say[
                            $"{count.UnitName}：{count.CategoryName} {count.Count}条",
                            $"{count.UnitName}, {say.Category(count.Category, count.CategoryName)}: {ChartLanguage.Count(count.Count, "finding")}"
                        ]
                    )
                    {
                        Unit = count.Unit,
                        Category = count.Category,
                        Quarter = quarter,
                    }
                )),
            ],
            isSample ? [SampleMark.NoteOfQuarter(say)] : [],
            say,
            SampleMark.Of(isSample, hasReal: false, say)
        );
    }

    private static string HeadlineOf(IReadOnlyList<FindingCount> counts, ChartLanguage say)
    {
        var quarter = say.Of(counts[0].Quarter);
        var all = counts.Sum(count => count.Count);
        var most = counts.MaxBy(count => count.Count)!;
        var category = say.Category(most.Category, most.CategoryName);
        var head = say[
            $"{quarter}点名到单位的问题共{all}条，",
            $"{quarter}: {ChartLanguage.Count(all, "finding names", "findings name")} a unit, "
        ];
        return head
            + (
                counts.Count(count => count.Count == most.Count) == 1
                    ? say[
                        $"最多的一格是{most.UnitName}的“{category}”（{most.Count}条）",
                        $"most of them {most.UnitName}, \"{category}\" ({most.Count})"
                    ]
                    : say[$"单格最多{most.Count}条", $"at most {most.Count} in one cell"]
            );
    }
}
