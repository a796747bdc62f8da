using System.Globalization;
using Analytics.Domain;
using Analytics.Papers;

namespace Analytics.Dashboard.Output;

/// <summary>A notice held against itself and, where asked, against the warehouse (核对).</summary>
/// <param name="Notice">The notice as read.</param>
/// <param name="Comparison">Against the warehouse; null where that was not asked.</param>
public sealed record NoticeAudit(Notice Notice, NoticeComparison? Comparison)
{
    /// <summary>What does not agree with the warehouse, as a table.</summary>
    public static IReadOnlyList<Column<NoticeDifference>> Columns { get; } =
    [
        new("kind", "种类", difference => difference.Kind.ToString()),
        new("message", "不一致", difference => difference.Message),
        new("stated", "通报", difference => difference.Stated, difference => Numbers.Plain(difference.Stated)),
        new("now", "数据仓库", difference => difference.Now, difference => Numbers.Plain(difference.Now)),
        new("location", "位置", difference => difference.Location),
        new("words", "原文", difference => difference.Words),
    ];

    /// <summary>Whether nothing is wrong: doubts and wording are told and are no errors.</summary>
    public bool Agrees =>
        Comparison is not { Differences.Count: > 0 }
        && Notice.Discrepancies.All(found => found.Severity != Severity.Error);

    /// <summary>The findings as text.</summary>
    public string Words()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine(Notice.Document.Title ?? "（没有标题）");
        text.WriteLine(
            $"自身核对：{Notice.Facts.Count} 个数字，{Notice.Checks.Count} 处一致，{Notice.Discrepancies.Count} 处有出入"
        );
        foreach (var found in Notice.Discrepancies)
        {
            text.WriteLine(
                $"  【{Tables.SeverityOf(found.Severity.ToString().ToLowerInvariant())}】{found.Message}（{found.Location}）"
            );
        }

        if (Comparison is not null)
        {
            text.WriteLine(
                $"与数据仓库核对：比较 {Comparison.ComparedCount} 个数字，{Comparison.Differences.Count} 处不一致；"
                    + $"另有 {Comparison.NotCompared.Count} 个数字在数据仓库中没有可比的数据"
            );
            foreach (var difference in Comparison.Differences)
            {
                text.WriteLine(
                    $"  {difference.Message}"
                        + (difference.Location.Length > 0 ? $"（{difference.Location}：“{difference.Words}”）" : "")
                );
            }
        }

        return text.ToString();
    }
}
