using System.CommandLine;
using System.Text.Json;
using Analytics.Dashboard.Output;
using Analytics.Metrics;

namespace Analytics.Dashboard.Cli;

/// <summary><c>discrepancies list [QUARTER]</c>, <c>discrepancies settle ID --note WORDS</c>, <c>discrepancies reopen ID</c></summary>
internal sealed class DiscrepanciesCommand : VerbCommand
{
    // A terminal is too narrow for the sentences; files have them.
    private static readonly IReadOnlyList<Column<DiscrepancyRow>> s_shown =
    [
        .. Tables.Discrepancies.Where(column =>
            column.Name is "id" or "severity" or "stated" or "computed" or "message" or "settledNote" or "settledBy"
        ),
    ];

    private readonly Argument<string> _action = new("ACTION")
    {
        Description = "list 列出出入，settle 了结一处，reopen 重新打开一处",
    };

    private readonly Argument<string?> _what = new("WHAT")
    {
        Description = "list 时是季度，默认全部；settle 和 reopen 时是出入的代码",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _note = new("--note")
    {
        Description = "settle 时必填：核实的结果",
        HelpName = "WORDS",
    };

    public DiscrepanciesCommand()
        : base(
            "discrepancies",
            "通报中的出入：列出，或记下核实的结果（何人何时，数字不改）；有未了结的出入，排名只能是草稿",
            "analytics discrepancies list 2024Q4"
        )
    {
        _action.AcceptOnlyFromAmong("list", "settle", "reopen");
        Arguments.Add(_action);
        Arguments.Add(_what);
        Options.Add(_note);
    }

    public override async Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        var what = verb.Get(_what);
        switch (verb.Get(_action))
        {
            case "list":
                List(verb, QuarterOf(what));
                break;
            case "settle":
                await SettleAsync(verb, Code(what), cancel);
                break;
            default:
                await ReopenAsync(verb, Code(what), cancel);
                break;
        }

        return CommandLine.Done;
    }

    private static void List(Verb verb, Domain.Quarter? quarter)
    {
        using var snapshot = verb.Workspace.OpenSnapshot();
        var rows = Discrepancies.All(snapshot, quarter);
        verb.WriteRows(Tables.Discrepancies, rows, () => ConsoleTables.Text(s_shown, rows));
    }

    private static string Code(string? what) =>
        what
        ?? throw new RefusedException(
            "请写明出入的代码，例如 analytics discrepancies settle 代码 --note 核实的结果；代码用 analytics discrepancies list 列出。"
        );

    private async Task SettleAsync(Verb verb, string id, CancellationToken cancel)
    {
        var note =
            verb.Get(_note)
            ?? throw new RefusedException("请用 --note 写明核实的结果，例如 --note 经核实，以清单合计199为准。");
        var workspace = verb.Workspace;
        if (workspace.Server is { } server)
        {
            using var remote = new RemoteServer(server, workspace.ServerFiles.Key());
            Tell(verb, await remote.SettleAsync(id, note, verb.By, cancel));
            return;
        }

        using var warehouse = workspace.OpenLive(Patience);
        warehouse.SettleDiscrepancy(id, note, verb.By);
        using var snapshot = warehouse.Snapshots.Open();
        Tell(verb, Discrepancies.Find(snapshot, id)!);
    }

    private static async Task ReopenAsync(Verb verb, string id, CancellationToken cancel)
    {
        var workspace = verb.Workspace;
        if (workspace.Server is { } server)
        {
            using var remote = new RemoteServer(server, workspace.ServerFiles.Key());
            Tell(verb, await remote.ReopenAsync(id, verb.By, cancel));
            return;
        }

        using var warehouse = workspace.OpenLive(Patience);
        warehouse.ReopenDiscrepancy(id, verb.By);
        using var snapshot = warehouse.Snapshots.Open();
        Tell(verb, Discrepancies.Find(snapshot, id)!);
    }

    private static void Tell(Verb verb, DiscrepancyRow row) =>
        verb.Write(
            verb.Format == "json"
                ? JsonSerializer.Serialize(row, RemoteServer.Json) + "\n"
                : (
                    row.IsOpen
                        ? $"已重新打开出入 {row.Id}。"
                        : $"出入 {row.Id}：{RowText.SettlementOf(row, Pages.Speech.Chinese)}"
                ) + "\n"
        );
}
