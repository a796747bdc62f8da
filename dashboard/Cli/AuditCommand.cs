using System.CommandLine;
using System.Globalization;
using Analytics.Dashboard.Output;
using Analytics.Domain;
using Analytics.Ingest;
using Analytics.Ingest.Reference;
using Analytics.Papers;
using Analytics.Sources;

namespace Analytics.Dashboard.Cli;

/// <summary><c>audit FILE [--against QUARTER]</c></summary>
internal sealed class AuditCommand : VerbCommand
{
    private static readonly IReadOnlyList<Column<NoticeDifference>> s_columns =
    [
        new("kind", "种类", difference => difference.Kind.ToString()),
        new("message", "不一致", difference => difference.Message),
        new("stated", "通报", difference => difference.Stated, difference => Numbers.Plain(difference.Stated)),
        new("now", "数据仓库", difference => difference.Now, difference => Numbers.Plain(difference.Now)),
        new("location", "位置", difference => difference.Location),
        new("words", "原文", difference => difference.Words),
    ];

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "通报（.docx、.pdf、.ofd、.html、.txt、.md）",
    };

    private readonly Option<string> _against = new("--against")
    {
        Description = "与数据仓库中这个季度的数据核对：哪些数字不一致，哪些单位漏写或多写",
        HelpName = "QUARTER",
    };

    public AuditCommand()
        : base(
            "audit",
            "核对一份通报：自身能否对上，与数据仓库是否一致；不写入任何数据",
            "analytics audit data/notices/2024Q4/notice.txt --against 2024Q4"
        )
    {
        Arguments.Add(_file);
        Options.Add(_against);
    }

    public override Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        var source = SourceReader.ReadFile(verb.Get(_file)!, SourceWorkerCommand.MakeReader(), cancel);
        var notice = NoticeReader.Read(
            source as SourceText
                ?? throw new NoticeFormatException(
                    $"{source.FileName} 是数据表，不是通报。请用 load {source.FileName} --dry-run 试读。"
                )
        );
        var comparison = ComparisonOf(verb, notice);
        if (verb.Format == "table")
        {
            verb.Write(TextOf(notice, comparison));
        }
        else
        {
            verb.WriteRows(
                s_columns,
                comparison?.Differences
                    ?? throw new RefusedException("没有 --against 时请用 read FILE --format json。"),
                () => ""
            );
        }

        return Task.FromResult(
            comparison is { Differences.Count: > 0 } || notice.Discrepancies.Any(one => one.Severity == Severity.Error)
                ? CommandLine.Refused
                : CommandLine.Done
        );
    }

    private NoticeComparison? ComparisonOf(Verb verb, Notice notice)
    {
        if (verb.Get(_against) is not { } against)
        {
            return null;
        }

        using var snapshot = verb.Workspace.OpenSnapshot();
        return NoticeComparison.Of(
            notice,
            snapshot,
            LoadedQuarter(snapshot, against),
            CategoryList.Load(Path.Combine(verb.Workspace.DataDirectory, "reference", "categories.csv"))
        );
    }

    private static string TextOf(Notice notice, NoticeComparison? comparison)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine(notice.Document.Title ?? "（没有标题）");
        text.WriteLine(
            $"自身核对：{notice.Facts.Count} 个数字，{notice.Checks.Count} 处一致，{notice.Discrepancies.Count} 处有出入"
        );
        foreach (var found in notice.Discrepancies)
        {
            text.WriteLine(
                $"  【{Tables.SeverityOf(found.Severity.ToString().ToLowerInvariant())}】{found.Message}（{found.Location}）"
            );
        }

        if (comparison is not null)
        {
            text.WriteLine(
                $"与数据仓库核对：比较 {comparison.ComparedCount} 个数字，{comparison.Differences.Count} 处不一致；"
                    + $"另有 {comparison.NotCompared.Count} 个数字在数据仓库中没有可比的数据"
            );
            foreach (var difference in comparison.Differences)
            {
                text.WriteLine(
                    $"  {difference.Message}"
                        + (difference.Location.Length > 0 ? $"（{difference.Location}：“{difference.Words}”）" : "")
                );
            }
        }

        return text.ToString();
    }
}
