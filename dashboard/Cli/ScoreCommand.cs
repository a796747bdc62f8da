using System.CommandLine;
using System.Globalization;
using Analytics.Dashboard.Output;
using Analytics.Metrics;

namespace Analytics.Dashboard.Cli;

/// <summary><c>score QUARTER</c></summary>
internal sealed class ScoreCommand : VerbCommand
{
    private readonly Option<string> _rulebook = new("--rulebook")
    {
        Description = "评分规则，默认为该季度适用的规则",
        HelpName = "ID",
    };

    private readonly Option<string> _unit = new("--unit")
    {
        Description = "只看一个单位，逐条列出得分的由来；可写代码、全称、简称",
        HelpName = "U",
    };

    public ScoreCommand()
        : base("score", "一个季度的得分；加 --unit 则逐条说明", "analytics score 2024Q4 --unit 札萨克镇")
    {
        Arguments.Add(QuarterArgument);
        Options.Add(_rulebook);
        Options.Add(_unit);
    }

    public override Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        using var snapshot = verb.Workspace.OpenSnapshot();
        var quarter = LoadedQuarter(snapshot, verb.Get(QuarterArgument));
        var rulebook = KnownRulebook(snapshot, verb.Get(_rulebook));
        var unit = FindUnit(snapshot, verb.Get(_unit));
        var lines = Score.Lines(snapshot, quarter, rulebook, unit?.Code);
        var rows = Ranking.Rank(snapshot, quarter, rulebook);
        verb.WriteRows(
            Tables.Lines,
            lines,
            () =>
                Print(
                    quarter,
                    [.. rows.Where(row => unit is null || row.Unit == unit.Code)],
                    unit is null ? null : lines
                ),
            () => RankingWorkbook.Of(snapshot, quarter, rows is [var first, ..] ? first.Rulebook : rulebook, unit?.Code)
        );
        return Task.FromResult(CommandLine.Done);
    }

    private static string Print(Domain.Quarter quarter, IReadOnlyList<RankingRow> rows, IReadOnlyList<ScoreLine>? lines)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var row in rows)
        {
            text.WriteLine($"{row.UnitName}，{quarter.Chinese}{(row.IsSample ? "（示例数据）" : "")}：{Describe(row)}");
            if (lines is not null)
            {
                ConsoleTables.Print(text, s_shown, lines);
                text.WriteLine(
                    row.Outcome == Ranking.Scored
                        ? $"合计 {Numbers.Plain(lines.Sum(line => line.Points))} 分"
                        : "不计分"
                );
            }
        }

        return text.ToString();
    }

    private static readonly IReadOnlyList<Column<ScoreLine>> s_shown =
    [
        .. Tables.Lines.Where(column => column.Name is "line" or "words" or "points"),
    ];

    private static string Describe(RankingRow row) =>
        row.Outcome switch
        {
            Ranking.Unchecked => "未检查，没有得分",
            Ranking.Incomplete => "评分规则还有分值未确认，没有得分",
            Ranking.Vetoed => $"{Tables.OutcomeOf(row)}，第 {row.Rank} 名",
            _ => $"{Numbers.Score(row.Score)} 分，{(row.Band is null ? "" : row.Band + "，")}第 {row.Rank} 名",
        };
}
