using System.CommandLine;
using System.Globalization;
using Analytics.Dashboard.Output;
using Analytics.Domain;
using Analytics.Ingest;
using Analytics.Sources;

namespace Analytics.Dashboard.Cli;

/// <summary><c>read FILE</c></summary>
internal sealed class ReadCommand : VerbCommand
{
    private static readonly IReadOnlyList<Column<Fact>> s_columns =
    [
        new("channel", "渠道", fact => fact.Channel, fact => Channel.NameOf(fact.Channel ?? "")),
        new("measure", "指标", fact => fact.Measure),
        new("period", "时期", fact => fact.Period),
        new("unit", "单位", fact => fact.Unit ?? fact.Group),
        new("platform", "平台、账号", fact => fact.Platform ?? fact.Account),
        new("category", "类别", fact => fact.Category ?? fact.Target),
        new("level", "层级", fact => fact.Level),
        new("number", "数字", fact => fact.Number, Number),
        new("location", "位置", fact => fact.Location),
    ];

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "通报（.docx、.pdf、.ofd、.html、.txt、.md）",
    };

    public ReadCommand()
        : base(
            "read",
            "读一份通报：列出其中的数字，核对能否对上；不写入任何数据",
            "analytics read data/notices/2024Q4/notice.txt --format json"
        ) => Arguments.Add(_file);

    public override Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        var source = SourceReader.ReadFile(verb.Get(_file)!, SourceWorkerCommand.MakeReader(), cancel);
        var notice = NoticeReader.Read(
            source as SourceText
                ?? throw new NoticeFormatException(
                    $"{source.FileName} 是数据表，不是通报。请用 load {source.FileName} --dry-run 试读。"
                )
        );
        verb.Write(
            verb.Format switch
            {
                "json" => NoticeJson.Write(notice),
                "csv" => Csv(notice),
                _ => Summary(notice),
            }
        );
        return Task.FromResult(CommandLine.Done);
    }

    private static string Csv(Notice notice)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        FactCsv.Write(notice.Facts, text);
        return text.ToString();
    }

    private static string Summary(Notice notice)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var head = notice.Document;
        text.WriteLine(head.Title ?? "（没有标题）");
        text.WriteLine(
            $"文号 {head.Number ?? Numbers.Nothing}，发文单位 {head.Issuer ?? Numbers.Nothing}，"
                + $"成文日期 {head.IssuedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Numbers.Nothing}，"
                + $"季度 {head.Quarter?.Chinese ?? Numbers.Nothing}"
        );
        text.WriteLine();
        ConsoleTables.Print(text, s_columns, notice.Facts);
        text.WriteLine();
        text.WriteLine(
            $"共 {notice.Facts.Count} 个数字；{notice.Checks.Count} 处核对一致，{notice.Discrepancies.Count} 处有出入，{notice.Unrecognised.Count} 处未能识别。"
        );
        Section(text, "核对一致", notice.Checks.Select(check => check.What));
        Section(
            text,
            "有出入",
            notice.Discrepancies.Select(found =>
                $"【{Tables.SeverityOf(found.Severity.ToString().ToLowerInvariant())}】{found.Message}（{found.Location}）"
            )
        );
        Section(text, "未能识别", notice.Unrecognised.Select(words => words.Words));
        return text.ToString();
    }

    private static void Section(StringWriter text, string title, IEnumerable<string> lines)
    {
        var list = lines.ToList();
        if (list.Count == 0)
        {
            return;
        }

        text.WriteLine();
        text.WriteLine(title + "：");
        list.ForEach(line => text.WriteLine("  " + line));
    }

    private static string Number(Fact fact) =>
        fact switch
        {
            { Rate: { } rate } => Numbers.Plain(rate) + "%",
            { Value: { } value } => (value > 0 ? "+" : "") + Numbers.Plain(value) + fact.StatedUnit,
            { Score: { } score } => Numbers.Plain(score) + " 分",
            { Count: { } count, StatedUnit: { } unit } => Numbers.Plain(count) + " " + unit,
            _ => Numbers.Plain(fact.Number),
        };
}
