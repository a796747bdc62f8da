using System.CommandLine;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary>One verb.</summary>
/// <param name="name">The verb.</param>
/// <param name="description">What it does, in Chinese.</param>
/// <param name="example">A command that works.</param>
internal abstract class VerbCommand(string name, string description, string example) : Command(name, description)
{
    /// <summary>A command that works on the data in data/, for the help.</summary>
    public string Example { get; } = example;

    /// <summary>Does it.</summary>
    /// <returns>An exit code.</returns>
    public abstract Task<int> RunAsync(Verb verb, CancellationToken cancel);

    protected static Argument<string> QuarterArgument { get; } = new("QUARTER") { Description = "季度，例如 2024Q4" };

    /// <summary>How long a writing verb waits for another one to end.</summary>
    protected static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    protected static Quarter? QuarterOf(string? text) =>
        text is null ? null
        : Quarter.TryParse(text, out var quarter) ? quarter
        : throw NoQuarter(text);

    private static RefusedException NoQuarter(string text) =>
        new($"“{text}”不是季度。请写成年份加 Q 加 1 到 4，例如 2024Q4。");

    protected static Quarter LoadedQuarter(Snapshot snapshot, string? text)
    {
        var loaded = Quarters.All(snapshot);
        if (text is null)
        {
            return Quarters.Latest(snapshot)?.Quarter
                ?? throw new RefusedException("数据仓库里还没有数据。请先用 load 加载通报。");
        }

        if (!Quarter.TryParse(text, out var quarter))
        {
            throw NoQuarter(text);
        }

        return loaded.Any(known => known.Quarter == quarter)
            ? quarter
            : throw new RefusedException(
                $"没有加载 {quarter.Chinese}（{quarter}）的数据。已加载的季度：{string.Join("、", loaded.Select(known => known.Quarter))}。"
            );
    }

    protected static UnitRow? FindUnit(Snapshot snapshot, string? words)
    {
        if (words is null)
        {
            return null;
        }

        var registry = Units.Registry(snapshot);
        if (registry.Find(words) is { } found)
        {
            return Units.All(snapshot).Single(unit => unit.Code == found.Code);
        }

        var nearest = registry.Suggest(words);
        throw new RefusedException(
            $"没有名为 “{words}” 的单位。"
                + (nearest.Count == 0 ? "" : $"相近的有 {string.Join("、", nearest.Select(unit => unit.Name))}。")
                + "单位名称见 data/reference/units.csv。"
        );
    }

    protected static string? KnownRulebook(Snapshot snapshot, string? id)
    {
        var rulebooks = Rulebooks.All(snapshot);
        return id is null || rulebooks.Any(rulebook => rulebook.Id == id)
            ? id
            : throw new RefusedException(
                $"没有评分规则 “{id}”。已有的：{string.Join("、", rulebooks.Select(rulebook => rulebook.Id))}。"
            );
    }
}
