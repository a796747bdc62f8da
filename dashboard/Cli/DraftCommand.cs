using System.CommandLine;
using Analytics.Charts;
using Analytics.Dashboard.Output;
using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Papers;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary><c>draft QUARTER</c></summary>
internal sealed class DraftCommand : VerbCommand
{
    // 156 mm of paper at 300 points to the inch are 1,842 points; a chart is 1,000 wide.
    private const float PrintScale = 2;

    private readonly Option<string> _rulebook = new("--rulebook")
    {
        Description = "附件排名的评分规则，默认为发布时的规则，没有发布时为该季度适用的规则",
        HelpName = "ID",
    };

    private readonly Option<string> _template = new("--template")
    {
        Description = "工作要求的模板，见 data/templates，默认 standard",
        HelpName = "NAME",
    };

    public DraftCommand()
        : base(
            "draft",
            "通报的草稿（docx）：数字出自数据仓库，只有人能写的地方标黄",
            "analytics draft 2024Q4 --out 通报.docx"
        )
    {
        Arguments.Add(QuarterArgument);
        Options.Add(_rulebook);
        Options.Add(_template);
    }

    public override Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        if (verb.Get(CommonOptions.Out) is null)
        {
            throw new RefusedException("草稿是 Word 文件，不能显示在屏幕上。请加 --out 文件名.docx。");
        }

        using var snapshot = verb.Workspace.OpenSnapshot();
        var quarter = LoadedQuarter(snapshot, verb.Get(QuarterArgument));
        var template = TemplateOf(verb);
        var assessment = Assessment.Of(snapshot, quarter, KnownRulebook(snapshot, verb.Get(_rulebook)));
        var draft = NoticeDraft.Of(
            snapshot,
            quarter,
            assessment?.Rulebook.Id,
            template,
            [.. PicturesOf(verb, snapshot, quarter, assessment)]
        );
        verb.Write(
            Document.Write(
                draft.Document,
                new FileProperties(draft.Document.Title, assessment?.CutOff ?? DateTime.UnixEpoch)
                {
                    PageHeader = draft.PageHeader(assessment?.Reasons ?? ["没有适用的评分规则，附件没有排名"]),
                }
            )
        );
        verb.Messages.WriteLine(
            $"草稿中有 {draft.Figures.Count} 个数字，均出自数据仓库；标黄的地方请人工补写，批注请逐条核对。改好后请用 audit FILE --against {quarter} 再核对一遍。"
        );
        return Task.FromResult(CommandLine.Done);
    }

    private DraftTemplate TemplateOf(Verb verb)
    {
        var all = DraftTemplate.All(verb.Workspace.DataDirectory);
        var name = verb.Get(_template) ?? DraftTemplate.Standard;
        return all.FirstOrDefault(template => template.Name == name)
            ?? throw new RefusedException(
                $"没有模板 “{name}”。可用的模板：{string.Join("、", all.Select(template => $"{template.Name}（{template.Title}）"))}。"
            );
    }

    // Without a font there are no pictures, and the tables say the same.
    private static IEnumerable<DocumentPicture> PicturesOf(
        Verb verb,
        Snapshot snapshot,
        Quarter quarter,
        Assessment? assessment
    )
    {
        var search = CjkFont.Find();
        if (search.Font is not { } font)
        {
            verb.Messages.WriteLine("草稿没有图：" + search.Problem);
            yield break;
        }

        var renderer = new ChartRenderer(font);
        var charts = (assessment?.Groups ?? [])
            .Select(group => ChartCatalog.Ranking(snapshot, quarter, assessment!.Rulebook.Id, group.Code))
            .Append(TrendOf(snapshot, quarter));
        foreach (var chart in charts.OfType<Chart>())
        {
            yield return new DocumentPicture(renderer.ToPng(chart, PrintScale), chart.Summary);
        }
    }

    private static Chart? TrendOf(Snapshot snapshot, Quarter quarter) =>
        NoticeDraft.TrendFrom(snapshot, quarter) is { } first
            ? ChartCatalog.Trend(
                snapshot,
                Trend.Metrics.Single(metric => metric.Name == "finding_count"),
                from: first,
                to: quarter
            )
            : null;
}
