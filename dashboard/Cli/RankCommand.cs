using System.CommandLine;
using System.Globalization;
using Analytics.Dashboard.Output;
using Analytics.Metrics;

namespace Analytics.Dashboard.Cli;

/// <summary><c>rank QUARTER</c></summary>
internal sealed class RankCommand : VerbCommand
{
    private readonly Option<string> _rulebook = new("--rulebook")
    {
        Description = "评分规则，默认为该季度适用的规则",
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
        Options.Add(_group);
    }

    public override Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        using var snapshot = verb.Workspace.OpenSnapshot();
        var quarter = LoadedQuarter(snapshot, verb.Get(QuarterArgument));
        var rows = Ranking.Rank(snapshot, quarter, KnownRulebook(snapshot, verb.Get(_rulebook)));
        if (rows.Count == 0)
        {
            throw new RefusedException(
                $"{quarter.Chinese}没有适用的评分规则。请在 data/rulebooks 中加一个，或用 --rulebook 指定。"
            );
        }

        var groups = Rulebooks.Groups(snapshot, rows[0].Rulebook);
        if (verb.Get(_group) is { } group)
        {
            rows = groups.Any(known => known.Code == group)
                ? [.. rows.Where(row => row.Group == group)]
                : throw new RefusedException(
                    $"没有组别 “{group}”。可用的组别：{string.Join("、", groups.Select(known => known.Code))}。"
                );
        }

        verb.Write(
            verb.Format switch
            {
                "json" => TableOutput.Json(Tables.Ranking, rows),
                "csv" => TableOutput.Csv(Tables.Ranking, rows),
                _ => Print(rows, groups, Rulebooks.All(snapshot).Single(rulebook => rulebook.Id == rows[0].Rulebook)),
            }
        );
        return Task.FromResult(CommandLine.Done);
    }

    private static string Print(
        IReadOnlyList<RankingRow> rows,
        IReadOnlyList<(string Code, string Title)> groups,
        RulebookRow rulebook
    )
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine(rows[0].Quarter.Chinese + "排名" + (rows[0].IsSample ? "（示例数据）" : ""));
        text.WriteLine($"评分规则：{rulebook.Title}{(rulebook.Confirmed ? "" : "，分值未经公开文件确认")}");
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
                ],
                ranked
            );
            if (notChecked.Count > 0)
            {
                text.WriteLine($"未检查、不参加排名 {notChecked.Count} 个：{string.Join("、", notChecked)}");
            }
        }

        return text.ToString();
    }
}
