using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Output;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary><c>export assessment|unit|units|rectification QUARTER</c></summary>
internal sealed class ExportCommand : VerbCommand
{
    private readonly Argument<string> _paper = new("PAPER")
    {
        Description = "assessment 考核用表，unit 一个单位的情况单，units 全部单位的情况单，rectification 整改清单",
    };

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

    private readonly Option<string> _unit = new("--unit")
    {
        Description = "情况单的单位：代码、名称或别名",
        HelpName = "U",
    };

    private readonly Option<DateOnly?> _due = new("--due")
    {
        Description = "整改期限，例如 2025-02-10；不写则留空",
        HelpName = "YYYY-MM-DD",
    };

    public ExportCommand()
        : base(
            "export",
            "考核用表、单位情况单、整改清单：交出去的文件",
            "analytics export assessment 2024Q4 --out 考核.xlsx"
        )
    {
        Arguments.Add(_paper);
        Arguments.Add(QuarterArgument);
        Options.Add(_rulebook);
        Options.Add(_year);
        Options.Add(_unit);
        Options.Add(_due);
        _paper.AcceptOnlyFromAmong("assessment", "unit", "units", "rectification");
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
        switch (verb.Get(_paper))
        {
            case "unit":
                WriteUnit(verb, snapshot, assessment);
                break;
            case "units":
                Demand(verb, "zip");
                verb.Write(UnitSheet.All(assessment, UnitSheet.NamesOf(snapshot), verb.Get(_due)));
                break;
            case "rectification":
                Demand(verb, "xlsx");
                verb.Write(RectificationList.Of(assessment, verb.Get(_due)));
                break;
            default:
                WriteAssessment(verb, assessment);
                break;
        }

        if (assessment.IsDraft)
        {
            verb.Messages.WriteLine($"这是草稿，每页页眉都已标明：{string.Join("；", assessment.Reasons)}。");
        }

        return Task.FromResult(CommandLine.Done);
    }

    private void WriteUnit(Verb verb, Snapshot snapshot, Assessment assessment)
    {
        var unit =
            FindUnit(snapshot, verb.Get(_unit))
            ?? throw new RefusedException("请用 --unit 指定一个单位，或用 units 导出全部。");
        var row =
            assessment.Rows.FirstOrDefault(row => row.Unit == unit.Code)
            ?? throw new RefusedException($"{assessment.Quarter.Chinese}的排名中没有{unit.Name}。");
        Demand(verb, "docx");
        verb.Write(UnitSheet.Of(assessment, row, unit.Name, verb.Get(_due)).ToDocument());
    }

    private static void Demand(Verb verb, string format)
    {
        if (
            verb.Get(CommonOptions.Out) is not { } file
            || !file.EndsWith("." + format, StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new RefusedException($"请加 --out 文件名.{format}。");
        }
    }

    private static void WriteAssessment(Verb verb, Assessment assessment)
    {
        switch (FormatOf(verb))
        {
            case "xlsx":
                verb.Write(output => AssessmentWorkbook.Write(assessment, output));
                break;
            case "docx":
                verb.Write(AssessmentDocument.Of(assessment));
                break;
            case "json":
                WriteSealed(
                    verb,
                    assessment,
                    Encoding.UTF8.GetBytes(
                        JsonSerializer.Serialize(AssessmentAnswer.Of(assessment), RemoteServer.Json) + "\n"
                    )
                );
                break;
            case "csv":
                WriteSealed(verb, assessment, verb.Csv(Tables.Ranking, [.. assessment.Rows]));
                break;
            case var other:
                throw new RefusedException(
                    $"考核用表没有 {other} 格式，可以是 xlsx、docx、csv 或 json。请改 --out 的文件名。"
                );
        }
    }

    // Neither can hold the statement of what it was made from, so it stands in a file beside it.
    private static void WriteSealed(Verb verb, Assessment assessment, byte[] content)
    {
        // Before anything is written: neither stands without the other.
        var file = verb.Get(CommonOptions.Out);
        if (file is not null)
        {
            verb.DemandFree(file + AssessmentManifest.Suffix);
        }

        verb.Write(content);
        if (file is not null)
        {
            var manifest = AssessmentManifest.Of(assessment, Convert.ToHexStringLower(SHA256.HashData(content)));
            verb.WriteFile(
                file + AssessmentManifest.Suffix,
                output => output.Write(Encoding.UTF8.GetBytes(manifest + "\n"))
            );
        }
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
