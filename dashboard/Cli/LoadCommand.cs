using System.CommandLine;
using System.Text;
using System.Text.Json;
using Analytics.Dashboard.Importing;
using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Sources;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary><c>load FILE…</c></summary>
internal sealed class LoadCommand : VerbCommand
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "通报（.docx、.pdf、.ofd、.html、.txt、.md）或表格（.xlsx、.xls、.csv）",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _quarter = new("--quarter")
    {
        Description = "通报或表格没有写明季度时指定，例如 2024Q4",
        HelpName = "Q",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "只试一次，不写入；显示读懂了什么" };

    private readonly Option<string> _mapping = new("--mapping")
    {
        Description = "表格的列对应（.json），说明各列的含义；加载后记住，同样表头的表以后不必再给",
        HelpName = "FILE",
    };

    private readonly Option<bool> _acceptGoodRows = new("--accept-good-rows")
    {
        Description = "表格中有的行不能加载时，仍加载其余正确的行",
    };

    private readonly Option<string> _refusedOut = new("--refused-out")
    {
        Description = "把被拒的行连同原因写入这个 .csv，改好后可直接再加载",
        HelpName = "FILE",
    };

    public LoadCommand()
        : base(
            "load",
            "加载通报和表格，作为一个批次：全部成功或全部不写入",
            "analytics load data/notices/2024Q4/notice.txt --dry-run"
        )
    {
        Arguments.Add(_files);
        Options.Add(_quarter);
        Options.Add(_dryRun);
        Options.Add(_mapping);
        Options.Add(_acceptGoodRows);
        Options.Add(_refusedOut);
    }

    public override async Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        var quarter = QuarterOf(verb.Get(_quarter));
        IReadOnlyList<TableMapping> mappings = verb.Get(_mapping) is not { } path
            ? []
            : [TableMapping.Parse(Path.GetFileName(path), await File.ReadAllTextAsync(path, cancel))];
        var reader = SourceWorkerCommand.MakeReader();
        var sources = verb.Get(_files)!.Select(file => SourceReader.ReadFile(file, reader, cancel)).ToList();
        var workspace = verb.Workspace;
        var (preview, refused) = workspace.Server is { } server
            ? await LoadAsync(
                verb,
                new RemoteServer(server, workspace.ServerFiles.Key()),
                sources,
                quarter,
                mappings,
                cancel
            )
            : Load(verb, workspace, sources, quarter, mappings);
        verb.Write(
            verb.Format == "json"
                ? JsonSerializer.Serialize(preview, RemoteServer.Json) + "\n"
                : ImportText.Recognised(preview, withRows: verb.Get(_dryRun)) + LoadReportText.Of(preview.Report)
        );
        await verb.Messages.WriteAsync(ImportText.Problems(preview));
        await WriteRefusedAsync(verb, refused, cancel);
        if (!preview.Report.IsRefused)
        {
            return CommandLine.Done;
        }

        if (preview.GoodRows is not null)
        {
            await verb.Messages.WriteLineAsync(
                "要先加载正确的行，请加 --accept-good-rows；被拒的行可用 --refused-out 文件.csv 导出，改好后再加载。"
            );
        }

        return CommandLine.Refused;
    }

    private (ImportPreview Preview, IReadOnlyList<(string Name, byte[] Csv)> Refused) Load(
        Verb verb,
        Workspace workspace,
        List<SourceFile> sources,
        Quarter? quarter,
        IReadOnlyList<TableMapping> mappings
    )
    {
        using var warehouse = workspace.OpenLive(Patience);
        var files = Import.Understand(warehouse, sources, quarter, mappings);
        Import import;
        if (verb.Get(_dryRun))
        {
            import = Import.Try(warehouse, sources, files, quarter, verb.By, mappings);
            import = verb.Get(_acceptGoodRows) ? import with { Report = import.GoodRows ?? import.Report } : import;
        }
        else
        {
            try
            {
                var options = new LoadOptions { AcceptGoodRows = verb.Get(_acceptGoodRows) };
                warehouse.Classifier.EnsureFor(files, verb.By);
                var report = warehouse.Load(files, verb.By, options);
                import = new(sources, quarter, verb.By, mappings, files, report, null);
            }
            catch (NoticeFormatException)
            {
                // Refused: the trial says everything that stands against it. Where it has nothing to say, the files contradict each other.
                import = Import.Try(warehouse, sources, files, quarter, verb.By, mappings);
                if (!import.Report.IsRefused)
                {
                    throw;
                }
            }
        }

        return (
            ImportPreview.Of(import),
            verb.Get(_refusedOut) is null
                ? []
                : [.. import.Refused().Select(sheet => (sheet.Name, Encoding.UTF8.GetBytes("\uFEFF" + sheet.Csv)))]
        );
    }

    private async Task<(ImportPreview Preview, IReadOnlyList<(string Name, byte[] Csv)> Refused)> LoadAsync(
        Verb verb,
        RemoteServer remote,
        List<SourceFile> sources,
        Quarter? quarter,
        IReadOnlyList<TableMapping> mappings,
        CancellationToken cancel
    )
    {
        using (remote)
        {
            var preview = await remote.PreviewAsync(sources, quarter, verb.By, mappings, cancel);
            var accept = verb.Get(_acceptGoodRows) && preview.GoodRows is not null;
            var refused = new List<(string, byte[])>();
            for (var sheet = 0; verb.Get(_refusedOut) is not null && sheet < preview.Refused.Count; sheet++)
            {
                refused.Add(
                    (preview.Refused[sheet].Name, await remote.RefusedRowsAsync(preview.Id, sheet + 1, cancel))
                );
            }

            if (verb.Get(_dryRun))
            {
                return (accept ? preview with { Report = preview.GoodRows! } : preview, refused);
            }

            return (
                preview.Report.IsRefused && !accept
                    ? preview
                    : preview with
                    {
                        Report = await remote.ConfirmAsync(preview.Id, accept, cancel),
                    },
                refused
            );
        }
    }

    // Several sheets do not fit into one CSV: the others get their number behind the name.
    private async Task WriteRefusedAsync(
        Verb verb,
        IReadOnlyList<(string Name, byte[] Csv)> refused,
        CancellationToken cancel
    )
    {
        if (verb.Get(_refusedOut) is not { } path)
        {
            return;
        }

        if (refused.Count == 0)
        {
            await verb.Messages.WriteLineAsync("没有被拒的行。");
        }

        for (var index = 0; index < refused.Count; index++)
        {
            var file = index == 0 ? path : Path.ChangeExtension(path, null) + $"-{index + 1}" + Path.GetExtension(path);
            if (File.Exists(file) && !verb.Get(CommonOptions.Force))
            {
                throw new RefusedException($"文件 {file} 已存在，没有改动。要覆盖它请加 --force，或换一个文件名。");
            }

            await File.WriteAllBytesAsync(file, refused[index].Csv, cancel);
            await verb.Messages.WriteLineAsync($"被拒的行（{refused[index].Name}）已写入 {file}，改好后可直接再加载。");
        }
    }
}
