using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Output;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary><c>units list</c>, <c>units alias WORDS UNIT</c>, <c>units aliases</c>, <c>units revoke N</c></summary>
internal sealed class UnitsCommand : VerbCommand
{
    private readonly Argument<string> _action = new("ACTION")
    {
        Description = "list 列出单位，alias 认定一个写法就是某个单位，aliases 列出认定，revoke 撤销一次认定",
    };

    private readonly Argument<string?> _words = new("WORDS")
    {
        Description = "来源中的写法；revoke 时是认定号",
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
        _action.AcceptOnlyFromAmong("list", "alias", "aliases", "revoke");
        Arguments.Add(_action);
        Arguments.Add(_words);
        Arguments.Add(_unit);
        Options.Add(_from);
        Options.Add(_to);
    }

    public override async Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        switch (verb.Get(_action))
        {
            case "list":
                List(verb, Tables.Units, Units.All);
                break;
            case "aliases":
                List(verb, Tables.Decisions, Units.Decisions);
                break;
            case "revoke":
                await RevokeAsync(verb, cancel);
                break;
            default:
                await DecideAsync(verb, cancel);
                break;
        }

        return CommandLine.Done;
    }

    private static void List<T>(Verb verb, IReadOnlyList<Column<T>> columns, Func<Snapshot, IReadOnlyList<T>> read)
    {
        using var snapshot = verb.Workspace.OpenSnapshot();
        var rows = read(snapshot);
        verb.WriteRows(columns, rows, () => ConsoleTables.Text(columns, rows));
    }

    private async Task DecideAsync(Verb verb, CancellationToken cancel)
    {
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

        Tell(verb, decision, "已认定");
    }

    private async Task RevokeAsync(Verb verb, CancellationToken cancel)
    {
        if (!long.TryParse(verb.Get(_words), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new RefusedException(
                "请写明要撤销的认定号，例如 analytics units revoke 3；认定号用 analytics units aliases 列出。"
            );
        }

        var workspace = verb.Workspace;
        AliasDecision decision;
        if (workspace.Server is { } server)
        {
            using var remote = new RemoteServer(server, workspace.ServerFiles.Key());
            decision = await remote.RevokeAsync(number, verb.By, cancel);
        }
        else
        {
            using var warehouse = workspace.OpenLive(Patience);
            using (var snapshot = warehouse.Snapshots.Open())
            {
                decision =
                    Units.Decisions(snapshot).FirstOrDefault(one => one.Id == number)
                    ?? throw new RefusedException(
                        $"没有第 {number} 号认定，或它已经撤销。认定号用 analytics units aliases 列出。"
                    );
            }

            warehouse.RevokeAlias(number, verb.By);
        }

        Tell(verb, decision, "已撤销认定");
    }

    private static void Tell(Verb verb, AliasDecision decision, string what) =>
        verb.Write(
            verb.Format == "json"
                ? JsonSerializer.Serialize(decision, RemoteServer.Json) + "\n"
                : $"{what}“{decision.Alias}”为 {decision.Unit}（第 {decision.Id} 号，{decision.By}，{Tables.LocalTime(decision.At)}）。\n"
        );
}
