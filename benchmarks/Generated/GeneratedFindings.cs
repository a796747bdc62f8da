using System.Globalization;
using Analytics.Benchmarks.Demo;
using Analytics.Domain;
using Analytics.Ingest.Reference;

namespace Analytics.Benchmarks.Generated;

/// <summary>Tables of findings (问题清单) as an inspection platform exports them: one a row, their words marked as samples, the same for the same seed.</summary>
/// <param name="units">The units they are about.</param>
/// <param name="seed">Another seed is another set.</param>
internal sealed class GeneratedFindings(GeneratedUnits units, ulong seed)
{
    /// <summary>The seed of everything that is published.</summary>
    public const ulong UsualSeed = 20250120;

    private const string Header = "责任单位,渠道,问题类型,问题描述,发现时间,平台,账号,检查层级,数量";

    // In the notice of 2024 Q4 one unit has 82 of 199 findings.
    private const int PercentOfFirst = 41;

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

    // Six kinds on websites, six on new media.
    private readonly IReadOnlyList<IssueCategory> _categories =
    [
        .. ReferenceData
            .Load(DataFolder.Path)
            .Categories.Categories.Where(category => category.Channel == Channel.Website)
            .Take(6),
        .. ReferenceData
            .Load(DataFolder.Path)
            .Categories.Categories.Where(category => category.Channel == Channel.NewMedia)
            .Take(6),
    ];

    /// <summary>Writes a part of a quarter: UTF-8 with a header, nine columns, about 150 bytes a row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="quarter">The quarter in which all of them were found.</param>
    /// <param name="rows">Rows below the header.</param>
    /// <param name="part">Which part, from 0; each is drawn by itself.</param>
    public void Write(string path, Quarter quarter, int rows, int part = 0)
    {
        var random = SplitMix64.For(seed, string.Create(CultureInfo.InvariantCulture, $"findings/{quarter}/{part}"));
        var names = units.Names;
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine(Header);
        for (var row = 0; row < rows; row++)
        {
            // The smaller of two draws puts more on the units that come first.
            var name =
                random.Below(100) < PercentOfFirst
                    ? names[0]
                    : names[Math.Min(random.Below(names.Count), random.Below(names.Count))];
            var category = _categories[random.Below(_categories.Count)];
            var isAccount = category.Channel == Channel.NewMedia;
            var day = quarter.FirstDay.AddDays(random.Below(90));
            writer.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name},{Channel.NameOf(category.Channel)},{category.Code},{DemoRow.Mark}第{part}-{row + 1}号：{s_texts[random.Below(s_texts.Length)]}，请尽快整改,{day:yyyy-MM-dd},{(isAccount ? s_platforms[random.Below(s_platforms.Length)] : "")},{(isAccount ? name + "发布" : "")},{s_levels[random.Below(s_levels.Length)]},1"
                )
            );
        }
    }
}
