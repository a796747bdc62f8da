using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary><c>revert BATCH</c></summary>
internal sealed class RevertCommand : VerbCommand
{
    private readonly Argument<long> _batch = new("BATCH") { Description = "批次的编号，见 batches" };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "只显示有什么建立在它上面，不撤销" };

    public RevertCommand()
        : base(
            "revert",
            "撤销一个批次：之后的每个数字都与从未加载过它一样；有内容建立在它上面时要加 --force",
            "analytics revert 2 --dry-run"
        )
    {
        Arguments.Add(_batch);
        Options.Add(_dryRun);
    }

    public override async Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        var batch = verb.Get(_batch);
        var workspace = verb.Workspace;
        if (workspace.Server is { } server)
        {
            using var remote = new RemoteServer(server, workspace.ServerFiles.Key());
            var shown = await remote.BatchAsync(batch, cancel);
            return await FinishAsync(
                verb,
                shown,
                () => remote.RevertAsync(batch, verb.Get(CommonOptions.Force), verb.By, cancel)
            );
        }

        using var warehouse = workspace.OpenLive(Patience);
        using var snapshot = warehouse.Snapshots.Open();
        var dependents = warehouse.Dependents(batch);
        var detail = new BatchDetail(batch, [.. Batches.All(snapshot).Where(row => row.Batch == batch)], dependents);
        return await FinishAsync(verb, detail, () => Task.FromResult(warehouse.Revert(batch, verb.By)));
    }

    private async Task<int> FinishAsync(Verb verb, BatchDetail detail, Func<Task<RevertReport>> revertAsync)
    {
        await verb.Messages.WriteAsync(Describe(detail));
        if (verb.Get(_dryRun))
        {
            verb.Write(
                verb.Format == "json"
                    ? JsonSerializer.Serialize(detail, RemoteServer.Json) + "\n"
                    : $"这是试运行，第 {detail.Batch} 批没有撤销。\n"
            );
            return CommandLine.Done;
        }

        if (detail.NeedsForce && !verb.Get(CommonOptions.Force))
        {
            throw new RefusedException($"第 {detail.Batch} 批没有撤销：有内容建立在它上面。确要撤销请加 --force。");
        }

        var report = await revertAsync();
        verb.Write(
            verb.Format == "json" ? JsonSerializer.Serialize(report, RemoteServer.Json) + "\n" : RevertText.Of(report)
        );
        return CommandLine.Done;
    }

    private static string Describe(BatchDetail detail)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine(
            $"第 {detail.Batch} 批：{string.Join("、", detail.Files.Select(file => file.FileName).Where(name => name.Length > 0))}"
        );
        foreach (var dependent in detail.Dependents)
        {
            text.WriteLine("  " + DependentText.Of(dependent));
        }

        if (!detail.NeedsForce)
        {
            text.WriteLine("  没有内容建立在它上面。");
        }

        return text.ToString();
    }
}
