using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>How many problems of each category there were in each quarter (各类问题逐季度): a row of columns for each category, all on one scale.</summary>
public static class CategoriesChart
{
    private const int MostQuarters = 12;
    private const int MostCategories = 12;

    /// <summary>Makes the chart.</summary>
    /// <param name="counts">The counts of one unit or the whole banner.</param>
    /// <param name="subject">Whose problems (全旗, whole banner), in the language of the text.</param>
    /// <param name="text">Source and cut-off.</param>
    /// <param name="size">Null for 1000 wide and as high as the categories need.</param>
    /// <exception cref="ArgumentException">No counts, or counts of several units; the message is in Chinese.</exception>
    public static Chart Of(IReadOnlyList<FindingCount> counts, string subject, ChartText text, ChartSize? size = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(text);
        return new(
            text,
            size ?? new ChartSize(),
            new GridBody(Picture(counts, subject, text.Language), GridStyle.Columns)
        );
    }

    internal static GridPicture Picture(
        IReadOnlyList<FindingCount> counts,
        string subject,
        ChartLanguage? language = null
    )
    {
        var say = language ?? ChartLanguage.Chinese;
        if (counts.All(count => count.Category == IssueCategory.None))
        {
            throw new ArgumentException("没有可画的问题。", nameof(counts));
        }

        if (counts.Select(count => count.Unit).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            throw new ArgumentException("一张图只能画一个单位或全旗的问题。", nameof(counts));
        }

        var last = counts.Max(count => count.Quarter);
        var quarters = QuartersTo(last, counts.Min(count => count.Quarter));
        var all = counts.Where(count => quarters.Contains(count.Quarter)).ToList();
        // Findings whose category is not said are no kind of their own: one large column of them would flatten all others.
        var known = all.Where(count => count.Category != IssueCategory.None)
            .GroupBy(count => count.Category, StringComparer.Ordinal)
            .OrderByDescending(own => own.Sum(count => count.Count))
            .ThenBy(own => own.First().CategoryOrder)
            .ToList();
        var categories = known
            .Take(MostCategories)
            .OrderBy(own => own.First().CategoryOrder)
            .Select(own => (Category: own.Key, Name: own.First().CategoryName))
            .ToList();
        var shown = all.Where(count => categories.Exists(category => category.Category == count.Category)).ToList();
        var (hasSample, hasReal) = (all.Exists(count => count.IsSample), all.Exists(count => !count.IsSample));
        return new GridPicture(
            HeadlineOf(all, last, subject, say),
            say[
                $"{subject}各类问题，按季度，单位：条；各行同一比例",
                $"Number of findings by category and quarter, {subject}; all rows on one scale"
            ],
            say["类别", "Category"],
            [.. categories.Select(category => category.Name)],
            [.. quarters.Select(say.Short)],
            [
                .. shown.Select(count => new GridCell(
                    categories.FindIndex(category => category.Category == count.Category),
                    quarters.IndexOf(count.Quarter),
                    count.Count,
                    count.IsSample,
                    new MarkSubject(
                        say[
                            $"{say.Of(count.Quarter)}{count.CategoryName}：{count.Count}条",
                            $"{say.Of(count.Quarter)}, {count.CategoryName}: {ChartLanguage.Count(count.Count, "finding")}"
                        ] + SampleMark.Behind(count.IsSample, say)
                    )
                    {
                        Category = count.Category,
                        Quarter = count.Quarter,
                        Unit = count.Unit == Trend.WholeBanner ? null : count.Unit,
                    }
                )),
            ],
            [.. NotesOf(all, known.Count - categories.Count, (hasSample, hasReal), say)],
            say,
            SampleMark.Of(hasSample, hasReal, say)
        );
    }

    private static IEnumerable<string> NotesOf(
        List<FindingCount> all,
        int leftOut,
        (bool HasSample, bool HasReal) kinds,
        ChartLanguage say
    )
    {
        if (leftOut > 0)
        {
            yield return say[
                $"只画最多的{MostCategories}类，其余{leftOut}类见问题条目。",
                $"Only the {MostCategories} largest categories are drawn; see the list of findings for the {ChartLanguage.Count(leftOut, "other", "others")}."
            ];
        }

        var unknown = all.Where(count => count.Category == IssueCategory.None).ToList();
        if (unknown.Count > 0)
        {
            yield return say[
                $"没有写明类别的不在图中：{string.Join("，", unknown.Select(count => $"{count.Quarter}有{count.Count}条"))}。",
                $"Findings without a stated category are not drawn: {say.List(unknown.Select(count => $"{count.Count} in {say.Of(count.Quarter)}"))}."
            ];
        }

        if (kinds.HasSample)
        {
            yield return kinds.HasReal
                ? say[
                    "灰色的季度为示例数据，与真实数据不比较。",
                    "Grey quarters are sample data and are not compared with real data."
                ]
                : SampleMark.NoteOfAll(say);
        }
    }

    private static string HeadlineOf(IReadOnlyList<FindingCount> shown, Quarter last, string subject, ChartLanguage say)
    {
        var own = shown.Where(count => count.Quarter == last).ToList();
        var known = own.Where(count => count.Category != IssueCategory.None).ToList();
        var unknown = own.Where(count => count.Category == IssueCategory.None).Sum(count => count.Count);
        var most = known.MaxBy(count => count.Count);
        var isAlone = known.Count(count => count.Count == most!.Count) == 1;
        var all = own.Sum(count => count.Count);
        var head = say[
            $"{say.Of(last)}{subject}发现问题{all}条",
            $"{say.Of(last)}, {subject}: {ChartLanguage.Count(all, "finding")}"
        ];
        return head
            + (
                most is not null && isAlone
                    ? say[
                        $"，写明类别的以“{most.CategoryName}”最多（{most.Count}条）",
                        $", most often \"{most.CategoryName}\" where a category is stated ({most.Count})"
                    ]
                    : ""
            )
            + (unknown > 0 ? say[$"，{unknown}条没有写明类别", $", {unknown} without a category"] : "");
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
