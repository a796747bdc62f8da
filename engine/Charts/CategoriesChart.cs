using System.Globalization;
using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>How many problems of each category there were in each quarter (各类问题逐季度): a row of columns for each category, all on one scale.</summary>
public static class CategoriesChart
{
    private const int MostQuarters = 12;

    /// <summary>Makes the chart.</summary>
    /// <param name="counts">The counts of one unit or the whole banner.</param>
    /// <param name="subject">Whose problems, in Chinese (全旗).</param>
    /// <param name="text">Source and cut-off.</param>
    /// <param name="size">Null for 1000 wide and as high as the categories need.</param>
    /// <exception cref="ArgumentException">No counts, or counts of several units; the message is in Chinese.</exception>
    public static Chart Of(IReadOnlyList<FindingCount> counts, string subject, ChartText text, ChartSize? size = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(text);
        return new(text, size ?? new ChartSize(), new GridBody(Picture(counts, subject), GridStyle.Columns));
    }

    internal static GridPicture Picture(IReadOnlyList<FindingCount> counts, string subject)
    {
        if (counts.Count == 0)
        {
            throw new ArgumentException("没有可画的问题。", nameof(counts));
        }

        if (counts.Select(count => count.Unit).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            throw new ArgumentException("一张图只能画一个单位或全旗的问题。", nameof(counts));
        }

        var last = counts.Max(count => count.Quarter);
        var quarters = QuartersTo(last, counts.Min(count => count.Quarter));
        var shown = counts.Where(count => quarters.Contains(count.Quarter)).ToList();
        var categories = shown
            .GroupBy(count => count.Category, StringComparer.Ordinal)
            .Select(own => (Category: own.Key, Name: own.First().CategoryName))
            .OrderBy(category => category.Category == IssueCategory.None)
            .ToList();
        var (hasSample, hasReal) = (shown.Exists(count => count.IsSample), shown.Exists(count => !count.IsSample));
        return new GridPicture(
            HeadlineOf(shown, last, subject),
            $"{subject}各类问题，按季度，单位：条；各行同一比例",
            [.. categories.Select(category => category.Name)],
            [.. quarters.Select(quarter => quarter.ToString())],
            [
                .. shown.Select(count => new GridCell(
                    categories.FindIndex(category => category.Category == count.Category),
                    quarters.IndexOf(count.Quarter),
                    count.Count,
                    count.IsSample,
                    new MarkSubject(
                        $"{count.Quarter.Chinese}{count.CategoryName}：{count.Count}条{(count.IsSample ? "（示例数据）" : "")}"
                    )
                    {
                        Category = count.Category,
                        Quarter = count.Quarter,
                        Unit = count.Unit == Trend.WholeBanner ? null : count.Unit,
                    }
                )),
            ],
            hasSample
                ?
                [
                    hasReal
                        ? "灰色的季度为示例数据，与真实数据不比较。"
                        : "所示各季度均为示例数据，不是真实的检查结果。",
                ]
                : [],
            (hasSample, hasReal) switch
            {
                (false, _) => null,
                (_, true) => "含示例数据",
                _ => "示例数据",
            }
        );
    }

    private static string HeadlineOf(IReadOnlyList<FindingCount> shown, Quarter last, string subject)
    {
        var own = shown.Where(count => count.Quarter == last).ToList();
        var known = own.Where(count => count.Category != IssueCategory.None).ToList();
        var unknown = own.Where(count => count.Category == IssueCategory.None).Sum(count => count.Count);
        var most = known.MaxBy(count => count.Count);
        var isAlone = known.Count(count => count.Count == most!.Count) == 1;
        return string.Create(
                CultureInfo.InvariantCulture,
                $"{last.Chinese}{subject}发现问题{own.Sum(count => count.Count)}条"
            )
            + (most is not null && isAlone ? $"，写明类别的以“{most.CategoryName}”最多（{most.Count}条）" : "")
            + (unknown > 0 ? $"，{unknown}条没有写明类别" : "");
    }

    private static List<Quarter> QuartersTo(Quarter last, Quarter first)
    {
        var quarters = new List<Quarter> { last };
        while (quarters.Count < MostQuarters && quarters[0] != first)
        {
            quarters.Insert(0, quarters[0].Previous);
        }

        return quarters;
    }
}
