using System.CommandLine;
using System.Globalization;
using Analytics.Dashboard.Output;
using Analytics.Domain;
using Analytics.Ingest.Rulebooks;
using Analytics.Metrics;

namespace Analytics.Dashboard.Cli;

/// <summary><c>rulebook list</c>, <c>rulebook check FILE</c>, <c>rulebook publish FILE</c></summary>
internal sealed class RulebookCommand : VerbCommand
{
    private readonly Argument<string> _action = new("ACTION")
    {
        Description = "list 列出，check 检查一个文件，publish 发布",
    };

    private readonly Argument<string?> _file = new("FILE")
    {
        Description = "评分规则文件（.json）",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public RulebookCommand()
        : base("rulebook", "评分规则：列出、检查、发布", "analytics rulebook check data/rulebooks/zhaoqing-2019.json")
    {
        _action.AcceptOnlyFromAmong("list", "check", "publish");
        Arguments.Add(_action);
        Arguments.Add(_file);
    }

    public override async Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        if (verb.Get(_action) == "list")
        {
            List(verb);
            return CommandLine.Done;
        }

        var path =
            verb.Get(_file)
            ?? throw new RefusedException("请写明评分规则文件，例如 analytics rulebook check 我的规则.json。");
        RulebookSource source;
        using (var snapshot = verb.Workspace.OpenSnapshot())
        {
            source = RulebookSource.Load(path, Categories.List(snapshot));
        }

        if (verb.Get(_action) == "check")
        {
            verb.Write(Describe(source));
            return CommandLine.Done;
        }

        var workspace = verb.Workspace;
        if (workspace.Server is { } server)
        {
            using var remote = new RemoteServer(server, workspace.ServerFiles.Key());
            await remote.PublishAsync(await File.ReadAllBytesAsync(path, cancel), verb.By, cancel);
        }
        else
        {
            using var warehouse = workspace.OpenLive();
            warehouse.PublishRulebook(await File.ReadAllBytesAsync(path, cancel), verb.By);
        }

        verb.Write(
            $"已发布评分规则 {source.Rulebook.Id}（{source.Rulebook.Title}），SHA-256 {source.Sha256}。今后不能更改。\n"
        );
        return CommandLine.Done;
    }

    private static void List(Verb verb)
    {
        using var snapshot = verb.Workspace.OpenSnapshot();
        var rulebooks = Rulebooks.All(snapshot);
        verb.WriteRows(Tables.Rulebooks, rulebooks, () => ConsoleTables.Text(Tables.Rulebooks, rulebooks));
    }

    private static string Describe(RulebookSource source)
    {
        var rulebook = source.Rulebook;
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine($"{rulebook.Title}（{rulebook.Id}）可以使用，SHA-256 {source.Sha256}");
        text.WriteLine($"依据：{rulebook.Source}");
        text.WriteLine(
            rulebook.Kind == RulebookKind.Deduction
                ? $"从 {rulebook.Base:0.######} 分往下扣；{rulebook.Indicators.Count} 个指标，{rulebook.Vetoes.Count} 条单项否决"
                : $"从 0 分往上加；{rulebook.Bonus?.Items.Count ?? 0} 个得分项"
        );
        foreach (var note in rulebook.Notes)
        {
            text.WriteLine($"说明：{note}");
        }

        var gaps = rulebook.Gaps();
        text.WriteLine(
            gaps.Count == 0
                ? "分值完整，可以排名"
                : $"还有 {gaps.Count} 处分值未确认，只能核对单项否决，补齐之前不能排名："
        );
        foreach (var gap in gaps)
        {
            text.WriteLine("  " + gap);
        }

        return text.ToString();
    }
}
