using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Domain;
using Analytics.Ingest.Reference;

namespace Analytics.Ingest.Rulebooks;

/// <summary>Reads a rulebook and refuses one that could not be meant.</summary>
public static class RulebookFile
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads <c>&lt;id&gt;.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="categories">The taxonomy its hits refer to.</param>
    /// <exception cref="NoticeFormatException">The file is no rulebook; the message names the JSON path and the cure.</exception>
    public static Rulebook Load(string path, CategoryList categories)
    {
        var name = Path.GetFileName(path);
        Rulebook rulebook;
        try
        {
            using var stream = File.OpenRead(path);
            rulebook =
                JsonSerializer.Deserialize<Rulebook>(stream, s_options)
                ?? throw new NoticeFormatException($"{name}：文件里没有评分规则。");
        }
        catch (JsonException exception)
        {
            throw new NoticeFormatException(
                $"{name} 第 {exception.LineNumber + 1} 行 {exception.Path}：{exception.Message} 请对照 data/rulebooks/README.md 修改。",
                exception
            );
        }

        Check(rulebook, name, categories);
        return rulebook;
    }

    /// <summary>The points of every category and level of an indicator's channel: the most specific hit wins, category before level.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="categories">The taxonomy.</param>
    public static IEnumerable<(string Category, string Level, RulebookHit Hit)> PointsOf(
        RulebookIndicator indicator,
        CategoryList categories
    )
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(categories);
        var codes = categories
            .Categories.Where(category => category.Channel == indicator.Channel || category.Channel == "any")
            .Select(category => category.Code)
            .Append(IssueCategory.None);
        return from category in codes
            from level in InspectionLevel.All
            select (
                category,
                level.Code,
                indicator.Hits.First(hit =>
                    hit
                    == indicator
                        .Hits.Where(other =>
                            (other.Category is null || other.Category == category)
                            && (other.Level is null || other.Level == level.Code)
                        )
                        .MaxBy(other => (other.Category is null ? 0 : 2) + (other.Level is null ? 0 : 1))
                )
            );
    }

    private static void Check(Rulebook rulebook, string name, CategoryList categories)
    {
        var require = new Requirement(name);
        require.That(rulebook.Id == Path.GetFileNameWithoutExtension(name), "$.id", $"“{rulebook.Id}” 应与文件名相同");
        require.That(rulebook.Kind == "deduction", "$.kind", $"“{rulebook.Kind}” 目前只支持 deduction");
        require.That(rulebook.Unchecked == "rebase", "$.unchecked", $"“{rulebook.Unchecked}” 目前只支持 rebase");
        require.That(rulebook.Veto.Outcome == "fail", "$.veto.outcome", $"“{rulebook.Veto.Outcome}” 目前只支持 fail");
        require.That(rulebook.Base is > 0 and <= 1000, "$.base", $"{rulebook.Base} 应大于 0 且不超过 1000");
        require.That(rulebook.Unallocated >= 0, "$.unallocated", $"{rulebook.Unallocated} 不能是负数");
        var allocated = rulebook.Indicators.Sum(indicator => indicator.FullPoints) + rulebook.Unallocated;
        require.That(
            allocated == rulebook.Base,
            "$.indicators",
            $"各指标满分加 unallocated 为 {allocated}，应等于基准分 {rulebook.Base}"
        );
        for (var i = 0; i < rulebook.Indicators.Count; i++)
        {
            Check(rulebook, i, require, categories);
        }

        require.That(rulebook.Bands.Any(band => band.From == 0), "$.bands", "缺少从 0 分开始的等次");
        foreach (var group in UnitGroup.All)
        {
            require.That(
                rulebook.Groups.Count(ranked => ranked.Units.Contains(group.Code, StringComparer.Ordinal)) == 1,
                "$.groups",
                $"单位类别 {group.Code} 应恰好属于一个排名组"
            );
        }
    }

    private static void Check(Rulebook rulebook, int index, Requirement require, CategoryList categories)
    {
        var indicator = rulebook.Indicators[index];
        var at = $"$.indicators[{index}]";
        require.That(
            Channel.All.Any(channel => channel.Code == indicator.Channel),
            at + ".channel",
            $"没有渠道 “{indicator.Channel}”"
        );
        require.That(
            rulebook.Indicators.Count(other => other.Channel == indicator.Channel) == 1,
            at + ".channel",
            $"渠道 “{indicator.Channel}” 已有指标，每个渠道只能有一个指标"
        );
        require.That(indicator.FullPoints > 0, at + ".fullPoints", $"{indicator.FullPoints} 应大于 0");
        require.That(
            indicator.Cap >= 0 && indicator.Cap <= indicator.FullPoints,
            at + ".cap",
            $"封顶 {indicator.Cap} 应在 0 与满分 {indicator.FullPoints} 之间"
        );
        require.That(
            indicator.Hits.Any(hit => hit is { Category: null, Level: null }),
            at + ".hits",
            "缺少既不写 category 也不写 level 的一条，未列出的问题将无分可扣"
        );
        for (var i = 0; i < indicator.Hits.Count; i++)
        {
            var hit = indicator.Hits[i];
            var here = $"{at}.hits[{i}]";
            require.That(hit.Points is >= 0 and <= 1000, here + ".points", $"{hit.Points} 应在 0 与 1000 之间");
            require.That(
                hit.Category is null or IssueCategory.None || categories.Knows(hit.Category),
                here + ".category",
                $"categories.csv 中没有类别 “{hit.Category}”"
            );
            require.That(
                hit.Level is null || InspectionLevel.All.Any(level => level.Code == hit.Level),
                here + ".level",
                $"没有检查层级 “{hit.Level}”"
            );
            require.That(
                !indicator.Hits.Take(i).Any(other => other.Category == hit.Category && other.Level == hit.Level),
                here,
                "与前面一条的 category 和 level 相同"
            );
        }
    }

    private sealed class Requirement(string name)
    {
        public void That(bool holds, string at, string message)
        {
            if (!holds)
            {
                throw new NoticeFormatException($"{name} 的 {at}：{message}。");
            }
        }
    }
}
