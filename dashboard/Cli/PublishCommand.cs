using System.CommandLine;
using Analytics.Dashboard.Output;
using Analytics.Metrics;

namespace Analytics.Dashboard.Cli;

/// <summary><c>publish QUARTER</c></summary>
internal sealed class PublishCommand : VerbCommand
{
    private readonly Option<string> _rulebook = new("--rulebook")
    {
        Description = "评分规则，默认为该季度适用的规则",
        HelpName = "ID",
    };

    public PublishCommand()
        : base("publish", "发布一个季度的排名：固定规则、数据和名次", "analytics publish 2024Q4 --by 张三")
    {
        Arguments.Add(QuarterArgument);
        Options.Add(_rulebook);
    }

    public override async Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        var workspace = verb.Workspace;
        Domain.Quarter quarter;
        string? rulebook;
        using (var snapshot = workspace.OpenSnapshot())
        {
            quarter = LoadedQuarter(snapshot, verb.Get(QuarterArgument));
            rulebook = KnownRulebook(snapshot, verb.Get(_rulebook));
        }

        PublicationRow published;
        if (workspace.Server is { } server)
        {
            using var remote = new RemoteServer(server, workspace.ServerFiles.Key());
            published = (await remote.PublishAsync(quarter, rulebook, verb.By, cancel)).Publication;
        }
        else
        {
            using var warehouse = workspace.OpenLive();
            warehouse.PublishQuarter(quarter, rulebook, verb.By);
            using var snapshot = warehouse.Snapshots.Open();
            published = Publications.Of(snapshot, quarter)[0];
        }

        verb.Write(
            verb.Format == "json"
                ? System.Text.Json.JsonSerializer.Serialize(published, RemoteServer.Json) + "\n"
                : $"已发布{quarter.Chinese}的排名（第 {published.Number} 次发布，{Tables.LocalTime(published.PublishedAt)}，{published.PublishedBy}）\n"
                    + $"评分规则：{published.Rulebook}，SHA-256 {published.RulebookSha256}；数据截至第 {published.LastBatch} 批\n"
        );
        return CommandLine.Done;
    }
}
