using System.Globalization;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>What a request names, looked up; or the problem that says what there is instead.</summary>
internal static class Asked
{
    private const int MostText = 200;

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

    /// <summary>A day as a form or an address gives it.</summary>
    public static ProblemHttpResult? OptionalDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (
            !DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var known
            )
        )
        {
            return Problems.BadRequest($"“{text}”不是日期，应写成 2025-02-10 这样。");
        }

        day = known;
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

    /// <summary>A filter of findings whose every part is known.</summary>
    public static ProblemHttpResult? Findings(Snapshot snapshot, FindingsQuery query, out FindingFilter filter)
    {
        filter = new FindingFilter();
        Domain.Quarter quarter = default;
        Domain.Quarter? from = null;
        Domain.Quarter? to = null;
        UnitRow? unit = null;
        var isNoUnit = query.Unit == Metrics.Findings.NoUnit;
        if (
            (
                (query.Quarter is null ? null : Quarter(snapshot, query.Quarter, out quarter))
                ?? OptionalQuarter(query.From, out from)
                ?? OptionalQuarter(query.To, out to)
                ?? (isNoUnit ? null : Unit(snapshot, query.Unit, out unit))
                ?? Known("channel", "渠道", query.Channel, Channels)
                ?? Known("platform", "平台", query.Platform, () => Metrics.Findings.Platforms(snapshot))
                ?? Known("category", "类别", query.Category, () => CategoriesOf(snapshot))
                ?? Known("level", "检查层级", query.Level, () => InspectionLevel.All.Select(level => level.Code))
                ?? Document(snapshot, query.Document)
            ) is
            { } problem
        )
        {
            return problem;
        }

        filter = new FindingFilter
        {
            Quarter = query.Quarter is null ? null : quarter,
            From = from,
            To = to,
            Unit = isNoUnit ? query.Unit : unit?.Code,
            Channel = query.Channel,
            Platform = query.Platform,
            Category = query.Category,
            Level = query.Level,
            Document = query.Document,
            Text = query.Q,
        };
        return query.Q is { Length: > MostText }
            ? Problems.BadRequest($"要查找的文字有 {query.Q.Length} 个字，请不要超过 {MostText} 个。")
            : null;
    }

    /// <summary>How many rows a page has, and where it begins.</summary>
    public static ProblemHttpResult? Page(int? size, string? cursor)
    {
        if (size is < 1 or > Metrics.Findings.MostRows)
        {
            return Problems.BadRequest($"每页行数 size 是 {size}，应在 1 与 {Metrics.Findings.MostRows} 之间。");
        }

        return cursor is null || FindingCursor.TryParse(cursor, out _) ? null : Problems.NoCursor();
    }

    private static ProblemHttpResult? Known(string code, string what, string? name, Func<IEnumerable<string>> known) =>
        name is null || known().Contains(name, StringComparer.Ordinal)
            ? null
            : Problems.Unknown(code, what, name, known());

    private static IEnumerable<string> Channels() => Channel.All.Select(channel => channel.Code).Append(Channel.None);

    private static IEnumerable<string> CategoriesOf(Snapshot snapshot) =>
        Categories.List(snapshot).Categories.Select(category => category.Code).Append(Metrics.Findings.NoCategory);

    private static ProblemHttpResult? Document(Snapshot snapshot, string? document) =>
        document is null || Batches.HasDocument(snapshot, document)
            ? null
            : Problems.Unknown("document", "来源文件", document, []);

    /// <summary>Who does it: the one named, else whoever runs the program.</summary>
    public static string Who(string? by) => string.IsNullOrWhiteSpace(by) ? Environment.UserName : by.Trim();

    /// <summary>Whether there is a discrepancy of that code.</summary>
    public static ProblemHttpResult? Discrepancy(SnapshotHolder snapshots, string id)
    {
        using var data = snapshots.Rent();
        return Discrepancies.Find(data.Snapshot, id) is null ? Problems.Unknown("discrepancy", "出入", id, []) : null;
    }

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

    public static ProblemHttpResult? OfChannel(string? code) => Known("channel", "渠道", code, Channels);

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
