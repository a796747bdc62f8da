using System.CommandLine;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Output;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary><c>export assessment QUARTER</c></summary>
internal sealed class ExportCommand : VerbCommand
{
    private readonly Argument<string> _paper = new("PAPER") { Description = "assessment：考核用表" };

    private readonly Option<string> _rulebook = new("--rulebook")
    {
        Description = "评分规则的代码，默认为发布时的规则，没有发布时为该季度适用的规则",
        HelpName = "ID",
    };

    private readonly Option<int?> _year = new("--year")
    {
        Description = "加上全年：各季度并列，并按评分规则合计",
        HelpName = "YYYY",
    };

    public ExportCommand()
        : base(
            "export",
            "考核用表：排名、得分明细、问题清单、采用情况、趋势、说明",
            "analytics export assessment 2024Q4 --out 考核.xlsx"
        )
    {
        Arguments.Add(_paper);
        Arguments.Add(QuarterArgument);
        Options.Add(_rulebook);
        Options.Add(_year);
        _paper.AcceptOnlyFromAmong("assessment");
    }

    public override Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        using var snapshot = verb.Workspace.OpenSnapshot();
        var quarter = LoadedQuarter(snapshot, verb.Get(QuarterArgument));
        var assessment =
            Assessment.Of(
                snapshot,
                quarter,
                KnownRulebook(snapshot, verb.Get(_rulebook)),
                KnownYear(snapshot, verb.Get(_year))
            )
            ?? throw new RefusedException(
                $"{quarter.Chinese}没有适用的评分规则。请在 data/rulebooks 中加一个，或用 --rulebook 指定。"
            );
        switch (FormatOf(verb))
        {
            case "xlsx":
                verb.Write(AssessmentWorkbook.Of(assessment));
                break;
            case "docx":
                verb.Write(AssessmentDocument.Of(assessment));
                break;
            case "json":
                verb.Write(JsonSerializer.Serialize(AssessmentAnswer.Of(assessment), RemoteServer.Json) + "\n");
                break;
            case "csv":
                verb.WriteCsv(Tables.Ranking, [.. assessment.Rows]);
                break;
            case var other:
                throw new RefusedException(
                    $"考核用表没有 {other} 格式，可以是 xlsx、docx、csv 或 json。请改 --out 的文件名。"
                );
        }

        if (assessment.IsDraft)
        {
            verb.Messages.WriteLine($"这是草稿，每页页眉都已标明：{string.Join("；", assessment.Reasons)}。");
        }

        return Task.FromResult(CommandLine.Done);
    }

    private static int? KnownYear(Snapshot snapshot, int? year) =>
        year is null || Quarters.All(snapshot).Any(quarter => quarter.Quarter.Year == year)
            ? year
            : throw new RefusedException($"没有加载 {year} 年的数据。");

    // What is asked for, else what the file's name says.
    private static string FormatOf(Verb verb) =>
        verb.Format != "table" ? verb.Format
        : verb.Get(CommonOptions.Out) is { } file ? Path.GetExtension(file).TrimStart('.').ToLowerInvariant()
        : throw new RefusedException("请加 --out 文件名.xlsx，或用 --format csv 显示在屏幕上。");
}
