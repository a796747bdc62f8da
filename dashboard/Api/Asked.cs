using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>What a request names, looked up; or the problem that says what there is instead.</summary>
internal static class Asked
{
    public static ProblemHttpResult? Quarter(Snapshot snapshot, string text, out Quarter quarter)
    {
        if (!Domain.Quarter.TryParse(RowsResult.Bare(text), out quarter))
        {
            return Problems.NoQuarter(text);
        }

        var loaded = Quarters.All(snapshot);
        var asked = quarter;
        return loaded.Any(known => known.Quarter == asked) ? null : Problems.QuarterNotLoaded(quarter, loaded);
    }

    public static ProblemHttpResult? OptionalQuarter(string? text, out Quarter? quarter)
    {
        quarter = null;
        if (text is null)
        {
            return null;
        }

        if (!Domain.Quarter.TryParse(text, out var known))
        {
            return Problems.NoQuarter(text);
        }

        quarter = known;
        return null;
    }

    public static ProblemHttpResult? Unit(Snapshot snapshot, string? words, out UnitRow? unit)
    {
        unit = null;
        if (words is null)
        {
            return null;
        }

        var registry = Units.Registry(snapshot);
        if (registry.Find(RowsResult.Bare(words)) is not { } found)
        {
            return Problems.UnknownUnit(words, registry.Suggest(words).Select(near => near.Name));
        }

        unit = Units.All(snapshot).Single(row => row.Code == found.Code);
        return null;
    }

    public static ProblemHttpResult? Batch(Snapshot snapshot, long number, out IReadOnlyList<BatchRow> files)
    {
        files = [.. Batches.All(snapshot).Where(row => row.Batch == number)];
        return files.Count > 0
            ? null
            : Problems.Unknown("batch", "批次", $"{number}", [$"{Batches.All(snapshot).Max(row => row.Batch)} 以内"]);
    }

    /// <summary>Who does it: the one named, else whoever runs the program.</summary>
    public static string Who(string? by) => string.IsNullOrWhiteSpace(by) ? Environment.UserName : by.Trim();

    public static ProblemHttpResult? Rulebook(Snapshot snapshot, string? id)
    {
        var rulebooks = Rulebooks.All(snapshot);
        return id is null || rulebooks.Any(known => known.Id == id)
            ? null
            : Problems.Unknown("rulebook", "评分规则", id, rulebooks.Select(known => known.Id));
    }

    public static ProblemHttpResult? Group(Snapshot snapshot, string rulebook, string? code)
    {
        var groups = Rulebooks.Groups(snapshot, rulebook);
        return code is null || groups.Any(known => known.Code == code)
            ? null
            : Problems.Unknown("group", "组别", code, groups.Select(known => known.Code));
    }

    public static ProblemHttpResult? Channel(string? code) =>
        code is null || Domain.Channel.All.Any(known => known.Code == code)
            ? null
            : Problems.Unknown("channel", "渠道", code, Domain.Channel.All.Select(known => known.Code));

    public static ProblemHttpResult? Metric(string name, UnitRow? unit, out TrendMetric? metric)
    {
        var bare = RowsResult.Bare(name);
        metric = Trend.Metrics.FirstOrDefault(known => known.Name == bare);
        if (metric is null)
        {
            return Problems.Unknown("metric", "指标", bare, Trend.Metrics.Select(known => known.Name));
        }

        return unit is null && !metric.ForWholeBanner
            ? Problems.BadRequest($"{metric.Title}（{metric.Name}）是单位的指标，请用 unit 指定单位。")
            : null;
    }
}
