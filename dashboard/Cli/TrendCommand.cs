using System.CommandLine;
using System.Globalization;
using Analytics.Dashboard.Output;
using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Dashboard.Cli;

/// <summary><c>trend METRIC</c></summary>
internal sealed class TrendCommand : VerbCommand
{
    private readonly Argument<string> _metric = new("METRIC")
    {
        Description = "指标：" + string.Join("、", Trend.Metrics.Select(metric => $"{metric.Name} {metric.Title}")),
    };

    private readonly Option<string> _unit = new("--unit")
    {
        Description = "一个单位，默认全旗；可写代码、全称、简称",
        HelpName = "U",
    };

    private readonly Option<string> _from = new("--from") { Description = "从哪个季度起", HelpName = "Q" };
    private readonly Option<string> _to = new("--to") { Description = "到哪个季度止", HelpName = "Q" };

    public TrendCommand()
        : base("trend", "一个指标的趋势：数值、环比、同比", "analytics trend adoption_rate --from 2023Q1")
    {
        Arguments.Add(_metric);
        Options.Add(_unit);
        Options.Add(_from);
        Options.Add(_to);
    }

    public override Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        using var snapshot = verb.Workspace.OpenSnapshot();
        var unit = FindUnit(snapshot, verb.Get(_unit));
        var metric = KnownMetric(verb.Get(_metric)!, unit);
        var points = Trend.Of(
            snapshot,
            metric.Name,
            unit?.Code ?? Trend.WholeBanner,
            Bound(verb.Get(_from)),
            Bound(verb.Get(_to))
        );
        verb.WriteRows(Tables.Trend, points, () => Print(snapshot, unit, metric, points));
        return Task.FromResult(CommandLine.Done);
    }

    private static string Print(
        Warehouse.Snapshot snapshot,
        UnitRow? unit,
        TrendMetric metric,
        IReadOnlyList<TrendPoint> points
    )
    {
        var names = Units
            .All(snapshot)
            .ToDictionary(known => known.Code, known => known.ShortName, StringComparer.Ordinal);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine(
            $"{unit?.ShortName ?? "全旗"} · {metric.Title}"
                + metric.HigherIsBetter switch
                {
                    true => "（越高越好）",
                    false => "（越低越好）",
                    null => "",
                }
        );
        ConsoleTables.Print(
            text,
            [
                .. Tables.Trend.Where(column => column.Name is "quarter" or "value" or "change" or "yearChange"),
                new("note", "说明", point => Tables.NoteOf(point, code => names.GetValueOrDefault(code, code))),
            ],
            points
        );
        text.WriteLine(
            "环比为与上季度相比，同比为与去年同季度相比；示例数据与真实数据之间不比较，缺数据的季度不列出。"
        );
        if (points.Any(point => point.IsSignal is not null))
        {
            text.WriteLine(
                "控制限为各季度均值加减三倍标准差（见 engine/Sql/README.md）；“在正常波动范围内”指本季度和上季度都在限内，这样的变化不宜当作趋势。"
            );
        }

        return text.ToString();
    }

    internal static TrendMetric KnownMetric(string name, UnitRow? unit)
    {
        var metric =
            Trend.Metrics.FirstOrDefault(known => known.Name == name)
            ?? throw new RefusedException(
                $"没有指标 “{name}”。可用的指标：{string.Join("、", Trend.Metrics.Select(known => $"{known.Name}（{known.Title}）"))}。"
            );
        return unit is not null || metric.ForWholeBanner
            ? metric
            : throw new RefusedException($"{metric.Title}（{metric.Name}）是单位的指标，请用 --unit 指定单位。");
    }

    private static Quarter? Bound(string? text) =>
        text is null ? null
        : Quarter.TryParse(text, out var quarter) ? quarter
        : throw new RefusedException($"“{text}”不是季度。请写成年份加 Q 加 1 到 4，例如 2024Q4。");
}
