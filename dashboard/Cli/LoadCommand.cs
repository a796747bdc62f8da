using System.CommandLine;
using System.Text.Json;
using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary><c>load FILE…</c></summary>
internal sealed class LoadCommand : VerbCommand
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "通报（.docx、.pdf、.ofd、.html、.txt、.md）或数据表（.csv，列与 read --format csv 相同）",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _quarter = new("--quarter")
    {
        Description = "通报没有写明季度时指定，例如 2024Q4",
        HelpName = "Q",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "只试一次，不写入" };

    public LoadCommand()
        : base(
            "load",
            "加载通报和数据表，作为一个批次：全部成功或全部不写入",
            "analytics load data/notices/2024Q4/notice.txt --dry-run"
        )
    {
        Arguments.Add(_files);
        Options.Add(_quarter);
        Options.Add(_dryRun);
    }

    public override async Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        Quarter? quarter =
            verb.Get(_quarter) is not { } text ? null
            : Quarter.TryParse(text, out var known) ? known
            : throw new RefusedException($"“{text}”不是季度。请写成年份加 Q 加 1 到 4，例如 2024Q4。");
        var reader = SourceWorkerCommand.MakeReader();
        var files = verb.Get(_files)!.Select(path => LoadFile.Read(path, quarter, reader)).ToList();
        var workspace = verb.Workspace;
        var dryRun = verb.Get(_dryRun);
        LoadReport report;
        if (workspace.Server is { } server)
        {
            using var remote = new RemoteServer(server, workspace.ServerFiles.Key());
            report = await remote.LoadAsync(files, quarter, verb.By, dryRun, cancel);
        }
        else
        {
            using var warehouse = workspace.OpenLive();
            report = warehouse.Load(files, verb.By, dryRun);
        }

        verb.Write(
            verb.Format == "json"
                ? JsonSerializer.Serialize(report, RemoteServer.Json) + "\n"
                : LoadReportText.Of(report)
        );
        await verb.Messages.WriteAsync(LoadReportText.Discrepancies(files));
        return CommandLine.Done;
    }
}
