using System.CommandLine;
using System.Globalization;
using Analytics.Dashboard.Output;
using Analytics.Domain;
using Analytics.Ingest.Rulebooks;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary><c>rank QUARTER</c></summary>
internal sealed class RankCommand : VerbCommand
{
    private readonly Option<string> _rulebook = new("--rulebook")
    {
        Description = "评分规则的代码，或规则草案的文件（.json）；默认为该季度适用的规则",
        HelpName = "ID|FILE",
    };

    private readonly Option<string> _against = new("--against")
    {
        Description = "与另一个规则并排比较：谁的名次变了，因为哪条规则，名次对哪条规则最敏感",
        HelpName = "ID",
    };

    private readonly Option<string> _group = new("--group")
    {
        Description = "只看一个组别，例如 town、department",
        HelpName = "G",
    };

    public RankCommand()
        : base("rank", "一个季度的排名", "analytics rank 2024Q4 --group town")
    {
        Arguments.Add(QuarterArgument);
        Options.Add(_rulebook);
        Options.Add(_against);
        Options.Add(_group);
    }

    public override Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        using var snapshot = verb.Workspace.OpenSnapshot();
        var quarter = LoadedQuarter(snapshot, verb.Get(QuarterArgument));
        var draft = DraftOf(snapshot, verb.Get(_rulebook));
        var rulebook = draft is null ? KnownRulebook(snapshot, verb.Get(_rulebook)) : null;
        if (verb.Get(_against) is { } against)
        {
            Compare(verb, snapshot, quarter, draft, rulebook, KnownRulebook(snapshot, against)!);
        }
        else if (draft is null)
        {
            Rank(verb, snapshot, quarter, rulebook);
        }
        else
        {
            using var copy = SimulationCopy.Of(snapshot, quarter, draft);
            verb.Messages.WriteLine($"试算：{draft.Rulebook.Title}（{draft.Rulebook.Id}）没有发布，结果不保存。");
            Rank(verb, copy.Data, quarter, SimulationCopy.Draft);
        }

        return Task.FromResult(CommandLine.Done);
    }

    // A published rulebook goes by its id, a draft by its file.
    private static RulebookSource? DraftOf(Snapshot snapshot, string? words) =>
        words is not null && words.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? RulebookSource.Load(words, Categories.List(snapshot))
            : null;

    private void Rank(Verb verb, Snapshot snapshot, Quarter quarter, string? rulebook)
    {
        var rows = Ranking.Rank(snapshot, quarter, rulebook);
        if (rows.Count == 0)
        {
            throw NoRulebook(quarter);
        }

        var used = Rulebooks.All(snapshot).Single(known => known.Id == rows[0].Rulebook);
        var groups = Rulebooks.Groups(snapshot, used.Id);
        var group = KnownGroup(verb, groups);
        rows = [.. rows.Where(row => group is null || row.Group == group)];
        verb.WriteRows(
            Tables.Ranking,
            rows,
            () => Print(rows, groups, used, PublishedWords(snapshot, quarter, used.Id)),
            () => RankingWorkbook.Of(snapshot, quarter, used.Id)
        );
    }

    private void Compare(
        Verb verb,
        Snapshot snapshot,
        Quarter quarter,
        RulebookSource? draft,
        string? rulebook,
        string against
    )
    {
        var result = Simulation.Run(snapshot, quarter, draft, rulebook, against) ?? throw NoRulebook(quarter);
        var groups = Rulebooks.Groups(snapshot, against);
        var group = KnownGroup(verb, groups);
        result = result with { Rows = [.. result.Rows.Where(row => group is null || row.Group == group)] };
        if (verb.Format == "json")
        {
            verb.Write(System.Text.Json.JsonSerializer.Serialize(result, RemoteServer.Json) + "\n");
            return;
        }

        verb.WriteRows(Tables.Simulation, result.Rows, () => SimulationText.Of(result, groups));
    }

    private string? KnownGroup(Verb verb, IReadOnlyList<(string Code, string Title)> groups) =>
        verb.Get(_group) is not { } group ? null
        : groups.Any(known => known.Code == group) ? group
        : throw new RefusedException(
            $"没有组别 “{group}”。可用的组别：{string.Join("、", groups.Select(known => known.Code))}。"
        );

    private static RefusedException NoRulebook(Quarter quarter) =>
        new($"{quarter.Chinese}没有适用的评分规则。请在 data/rulebooks 中加一个，或用 --rulebook 指定。");

    private static string PublishedWords(Snapshot snapshot, Quarter quarter, string rulebook)
    {
        if (Publications.Of(snapshot, quarter) is not [var latest, ..] || latest.Rulebook != rulebook)
        {
            return "";
        }

        var changes = Publications.Changes(snapshot, quarter);
        return $"第 {latest.Number} 次发布：{Tables.LocalTime(latest.PublishedAt)}，{latest.PublishedBy}"
            + (
                changes.Count == 0
                    ? "，与现在的计算结果一致"
                    : $"；发布之后有 {changes.Count} 个单位的结果变了：{string.Join("、", changes.Select(change => change.UnitName))}"
            );
    }

    private static string Print(
        IReadOnlyList<RankingRow> rows,
        IReadOnlyList<(string Code, string Title)> groups,
        RulebookRow rulebook,
        string published
    )
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine(rows[0].Quarter.Chinese + "排名" + (rows[0].IsSample ? "（示例数据）" : ""));
        text.WriteLine($"评分规则：{rulebook.Title}{rulebook.Caveat}");
        if (published.Length > 0)
        {
            text.WriteLine(published);
        }

        foreach (var (code, title) in groups)
        {
            var ranked = rows.Where(row => row.Group == code && row.Rank is not null).ToList();
            var shared = ranked
                .GroupBy(row => row.Rank)
                .Where(tie => tie.Count() > 1)
                .Select(tie => tie.Key)
                .ToHashSet();
            var notChecked = rows.Where(row => row.Group == code && row.Rank is null)
                .Select(row => row.UnitName)
                .ToList();
            if (ranked.Count + notChecked.Count == 0)
            {
                continue;
            }

            text.WriteLine();
            text.WriteLine(title);
            ConsoleTables.Print(
                text,
                [
                    new("rank", "名次", row => row.Rank, row => (shared.Contains(row.Rank) ? "并列 " : "") + row.Rank),
                    .. Tables.Ranking.Where(column =>
                        column.Name is "unitName" or "score" or "outcome" or "findingCount" or "vetoCount"
                    ),
                    new("isClose", "难分先后", _ => null, Tables.CloseOf),
                ],
                ranked
            );
            if (notChecked.Count > 0)
            {
                text.WriteLine(
                    $"{(rulebook.Gaps.Count > 0 ? "规则未定或" : "")}未检查、不参加排名 {notChecked.Count} 个：{string.Join("、", notChecked)}"
                );
            }
        }

        text.WriteLine();
        text.WriteLine("难分先后：多一条或少一条问题，就会与相邻的单位交换名次。");
        return text.ToString();
    }
}
