using System.CommandLine;
using Analytics.Charts;
using Analytics.Papers;

namespace Analytics.Dashboard.Cli;

/// <summary><c>draft QUARTER</c></summary>
internal sealed class DraftCommand : VerbCommand
{
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
        var desk = new PaperDesk(verb.Workspace.DataDirectory, CjkFont.Find());
        var name = verb.Get(_template) ?? DraftTemplate.Standard;
        var known = desk.Templates();
        var draft = desk.Draft(
            snapshot,
            quarter,
            KnownRulebook(snapshot, verb.Get(_rulebook)),
            known.FirstOrDefault(template => template.Name == name)
                ?? throw new RefusedException(
                    $"没有模板 “{name}”。可用的模板：{string.Join("、", known.Select(one => $"{one.Name}（{one.Title}）"))}。"
                )
        );
        verb.Write(draft.Bytes);
        if (desk.NoPictures is { } problem)
        {
            verb.Messages.WriteLine("草稿没有图：" + problem);
        }

        verb.Messages.WriteLine(
            $"草稿中有 {draft.FigureCount} 个数字，均出自数据仓库；标黄的地方请人工补写，批注请逐条核对。改好后请用 audit FILE --against {quarter} 再核对一遍。"
        );
        return Task.FromResult(CommandLine.Done);
    }
}
