using System.Globalization;
using Analytics.Benchmarks.Demo;
using Analytics.Domain;
using Analytics.Ingest.Reference;

namespace Analytics.Benchmarks.Million;

/// <summary>A table of findings (问题清单) as an inspection platform exports it: one a row, the same for the same number of rows.</summary>
internal static class MillionCsv
{
    private const ulong Seed = 20250120;

    private static readonly string[] s_platforms = ["微信公众号", "微博", "抖音", "今日头条"];
    private static readonly string[] s_levels = ["自治区", "市", "旗"];

    private static readonly string[] s_texts =
    [
        "首页要闻栏目三周没有新内容",
        "办事指南缺少收费标准和联系电话",
        "正文把日期写错，标题与内容不符",
        "留言已超过时限仍未答复",
        "页面链接打不开，提示找不到文件",
        "近两周没有发布任何信息",
    ];

    /// <summary>Writes it: UTF-8 with a header, nine columns, about 140 bytes a row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reference">Units and categories to draw from.</param>
    /// <param name="rows">Rows below the header.</param>
    public static void Write(string path, ReferenceData reference, int rows)
    {
        var random = SplitMix64.For(Seed, "million");
        var categories = reference
            .Categories.Categories.Where(category => category.Channel is Channel.Website or Channel.NewMedia)
            .ToList();
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("责任单位,渠道,问题类型,问题描述,发现时间,平台,账号,检查层级,数量");
        for (var row = 0; row < rows; row++)
        {
            // The smaller of two draws puts more findings on the first units, as in real quarters.
            var unit = reference.Units.Units[
                Math.Min(random.Below(reference.Units.Units.Count), random.Below(reference.Units.Units.Count))
            ];
            var category = categories[random.Below(categories.Count)];
            var isAccount = category.Channel == Channel.NewMedia;
            var platform = isAccount ? s_platforms[random.Below(s_platforms.Length)] : "";
            writer.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{unit.Name},{Channel.NameOf(category.Channel)},{category.Code},第{row + 1}号：{s_texts[random.Below(s_texts.Length)]}，请尽快整改并反馈,2024-{10 + random.Below(3)}-{1 + random.Below(28):00},{platform},{(isAccount ? unit.ShortName + "发布" : "")},{s_levels[random.Below(s_levels.Length)]},1"
                )
            );
        }
    }
}
