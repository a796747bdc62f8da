using System.CommandLine;
using Analytics.Charts;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary><c>chart NAME [QUARTER] --out FILE</c></summary>
internal sealed class ChartCommand : VerbCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "图表：ranking 排名、trend 趋势" };

    private readonly Argument<string?> _quarter = new("QUARTER")
    {
        Description = "季度，默认最近一个有真实数据的季度",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _unit = new("--unit") { Description = "一个单位", HelpName = "U" };
    private readonly Option<string> _group = new("--group") { Description = "排名图：只画一个组别", HelpName = "G" };

    private readonly Option<string> _metric = new("--metric")
    {
        Description = "趋势图：指标，默认 adoption_rate",
        HelpName = "M",
    };

    private readonly Option<int?> _dpi = new("--dpi")
    {
        Description = "PNG 的印刷分辨率，例如 300：宽 156 毫米（公文版心），不超过一页；不写则供屏幕使用",
        HelpName = "N",
    };

    public ChartCommand()
        : base(
            "chart",
            "把排名、趋势、控制图、得分的由来、各类问题、热力图或历次名次画成 PNG 或 SVG",
            "analytics chart ranking 2024Q4 --out ranking.png"
        )
    {
        Arguments.Add(_name);
        Arguments.Add(_quarter);
        Options.Add(_unit);
        Options.Add(_group);
        Options.Add(_metric);
        Options.Add(_dpi);
    }

    public override Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        var kind = Path.GetExtension(verb.Get(CommonOptions.Out) ?? "").ToLowerInvariant();
        if (kind is not (".png" or ".svg"))
        {
            throw new RefusedException("请用 --out 写明图片文件，扩展名为 .png 或 .svg，例如 --out ranking.png。");
        }

        var dpi = verb.Get(_dpi);
        if (dpi is not null && (kind != ".png" || dpi is < ChartPrint.LeastDpi or > ChartPrint.MostDpi))
        {
            throw new RefusedException(
                $"--dpi 只用于 .png，数值在 {ChartPrint.LeastDpi} 到 {ChartPrint.MostDpi} 之间，例如 --dpi 300；.svg 可以放大到任意尺寸。"
            );
        }

        using var snapshot = verb.Workspace.OpenSnapshot();
        var chart = Make(verb, snapshot, dpi is null ? null : ChartPrint.Page);
        var search = CjkFont.Find();
        var renderer = new ChartRenderer(search.Font ?? throw new RefusedException(search.Problem!));
        verb.Write(
            kind != ".png" ? renderer.ToSvg(chart)
            : dpi is { } print ? ChartPrint.ToPng(renderer, chart, print)
            : renderer.ToPng(chart, 2)
        );
        verb.Messages.WriteLine(chart.Summary);
        return Task.FromResult(CommandLine.Done);
    }

    private Chart Make(Verb verb, Snapshot snapshot, ChartSize? size)
    {
        var unit = FindUnit(snapshot, verb.Get(_unit));
        var asked = verb.Get(_quarter);
        switch (verb.Get(_name))
        {
            case "ranking":
                var quarter = LoadedQuarter(snapshot, asked);
                return ChartCatalog.Ranking(snapshot, quarter, group: verb.Get(_group), unit: unit?.Code, size: size)
                    ?? throw new RefusedException($"{quarter.Chinese}没有可以画的排名，请核对 --group。");
            case "trend" or "control":
                var metric = TrendCommand.KnownMetric(verb.Get(_metric) ?? "adoption_rate", unit);
                return ChartCatalog.Trend(
                        snapshot,
                        metric,
                        unit,
                        to: Optional(snapshot, asked),
                        size: size,
                        hasLimits: verb.Get(_name) == "control"
                    )
                    ?? throw new RefusedException(
                        $"{unit?.ShortName ?? "全旗"}的{metric.Title}还没有数据；控制图至少要有四个季度。"
                    );
            case "waterfall":
                var scored = LoadedQuarter(snapshot, asked);
                return ChartCatalog.Waterfall(
                        snapshot,
                        scored,
                        unit ?? throw new RefusedException("得分瀑布图要用 --unit 指定一个单位。"),
                        size: size
                    ) ?? throw new RefusedException($"{unit.ShortName}在{scored.Chinese}没有得分，画不出得分的由来。");
            case "heatmap":
                var counted = LoadedQuarter(snapshot, asked);
                return ChartCatalog.Heatmap(snapshot, counted, size: size)
                    ?? throw new RefusedException($"{counted.Chinese}没有点名到单位的问题。");
            case "categories":
                return ChartCatalog.Categories(snapshot, unit, to: Optional(snapshot, asked), size: size)
                    ?? throw new RefusedException($"{unit?.ShortName ?? "全旗"}还没有问题条目。");
            case "ranks":
                return ChartCatalog.Ranks(snapshot, verb.Get(_group), unit, Optional(snapshot, asked), size)
                    ?? throw new RefusedException("还没有可以画的名次，请核对 --group。");
            default:
                throw new RefusedException(
                    $"没有图表 “{verb.Get(_name)}”。可用的图表：{string.Join("、", ChartCatalog.Names)}。"
                );
        }
    }

    private static Domain.Quarter? Optional(Snapshot snapshot, string? quarter) =>
        quarter is null ? null : LoadedQuarter(snapshot, quarter);
}
