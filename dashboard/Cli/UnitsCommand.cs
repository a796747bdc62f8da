using System.CommandLine;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Output;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary><c>units list</c>, <c>units alias WORDS UNIT</c></summary>
internal sealed class UnitsCommand : VerbCommand
{
    private readonly Argument<string> _action = new("ACTION")
    {
        Description = "list 列出，alias 认定一个写法就是某个单位",
    };

    private readonly Argument<string?> _words = new("WORDS")
    {
        Description = "来源中的写法",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string?> _unit = new("UNIT")
    {
        Description = "它所指的单位，代码或名称",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _from = new("--from")
    {
        Description = "从哪个季度起，默认一直如此",
        HelpName = "Q",
    };

    private readonly Option<string> _to = new("--to") { Description = "到哪个季度止，默认一直如此", HelpName = "Q" };

    public UnitsCommand()
        : base("units", "单位：列出，或认定一个写法（记下何人何时，以后加载都照此办理）", "analytics units list")
    {
        _action.AcceptOnlyFromAmong("list", "alias");
        Arguments.Add(_action);
        Arguments.Add(_words);
        Arguments.Add(_unit);
        Options.Add(_from);
        Options.Add(_to);
    }

    public override async Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        if (verb.Get(_action) == "list")
        {
            using var listed = verb.Workspace.OpenSnapshot();
            var units = Units.All(listed);
            verb.WriteRows(Tables.Units, units, () => ConsoleTables.Text(Tables.Units, units));
            return CommandLine.Done;
        }

        var (words, name) = (verb.Get(_words), verb.Get(_unit));
        if (words is null || name is null)
        {
            throw new RefusedException(
                "请写明来源中的写法和它所指的单位，例如 analytics units alias 旗综合执法局 旗城市管理综合行政执法局。"
            );
        }

        var (from, to) = (QuarterOf(verb.Get(_from)), QuarterOf(verb.Get(_to)));
        var workspace = verb.Workspace;
        AliasDecision decision;
        if (workspace.Server is { } server)
        {
            using var remote = new RemoteServer(server, workspace.ServerFiles.Key());
            decision = await remote.DecideAsync(
                new AliasRequest(words, name, from?.ToString(), to?.ToString()),
                verb.By,
                cancel
            );
        }
        else
        {
            using var warehouse = workspace.OpenLive(Patience);
            UnitRow unit;
            using (var snapshot = warehouse.Snapshots.Open())
            {
                unit = FindUnit(snapshot, name)!;
            }

            decision = warehouse.DecideAlias(words, unit.Code, verb.By, from?.FirstDay, to?.LastDay);
        }

        verb.Write(
            verb.Format == "json"
                ? JsonSerializer.Serialize(decision, RemoteServer.Json) + "\n"
                : $"已认定“{decision.Alias}”为 {decision.Unit}（第 {decision.Id} 号，{decision.By}，{Tables.LocalTime(decision.At)}）。\n"
        );
        return CommandLine.Done;
    }
}
