using System.CommandLine;
using Analytics.Charts;
using Analytics.Dashboard.Output;
using Analytics.Sources;

namespace Analytics.Dashboard.Cli;

/// <summary><c>audit FILE [--against QUARTER]</c></summary>
internal sealed class AuditCommand : VerbCommand
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "通报（.docx、.pdf、.ofd、.html、.txt、.md）",
    };

    private readonly Option<string> _against = new("--against")
    {
        Description = "与数据仓库中这个季度的数据核对：哪些数字不一致，哪些单位漏写或多写",
        HelpName = "QUARTER",
    };

    private readonly Option<string> _rulebook = new("--rulebook")
    {
        Description = "与哪个评分规则的得分核对，默认为发布时的规则，没有发布时为该季度适用的规则",
        HelpName = "ID",
    };

    public AuditCommand()
        : base(
            "audit",
            "核对一份通报：自身能否对上，与数据仓库是否一致；不写入任何数据",
            "analytics audit data/notices/2024Q4/notice.txt --against 2024Q4"
        )
    {
        Arguments.Add(_file);
        Options.Add(_against);
        Options.Add(_rulebook);
    }

    public override Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        var source = SourceReader.ReadFile(verb.Get(_file)!, SourceWorkerCommand.MakeReader(), cancel);
        var audit = Of(verb, source);
        if (verb.Format == "table")
        {
            verb.Write(audit.Words());
        }
        else
        {
            verb.WriteRows(
                NoticeAudit.Columns,
                audit.Comparison?.Differences
                    ?? throw new RefusedException("没有 --against 时请用 read FILE --format json。"),
                () => ""
            );
        }

        return Task.FromResult(audit.Agrees ? CommandLine.Done : CommandLine.Refused);
    }

    private NoticeAudit Of(Verb verb, SourceFile source)
    {
        var desk = new PaperDesk(verb.Workspace.DataDirectory, CjkFont.Find());
        if (verb.Get(_against) is not { } against)
        {
            return desk.Audit(source, null);
        }

        using var snapshot = verb.Workspace.OpenSnapshot();
        return desk.Audit(
            source,
            (snapshot, LoadedQuarter(snapshot, against)),
            KnownRulebook(snapshot, verb.Get(_rulebook))
        );
    }
}
