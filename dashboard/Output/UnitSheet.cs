using System.Globalization;
using System.IO.Compression;
using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;

namespace Analytics.Dashboard.Output;

/// <summary>One page for one unit (单位情况单): its score and how it comes about, what was found, until when it has to be put right.</summary>
internal static class UnitSheet
{
    // With its score lines they fill a page.
    private const int MostFindings = 10;

    // The earliest time a zip entry can state.
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it; the same data always give the same bytes.</summary>
    /// <param name="assessment">The quarter.</param>
    /// <param name="row">The unit's place in it.</param>
    /// <param name="name">The unit's full name.</param>
    /// <param name="due">Until when its findings have to be put right; null leaves a placeholder.</param>
    public static byte[] Of(Assessment assessment, RankingRow row, string name, DateOnly? due)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(row);
        var findings = assessment.Findings.Where(finding => finding.Unit == row.Unit).ToList();
        var lines = assessment.Lines.Where(line => line.Unit == row.Unit).ToList();
        var title = $"{name}{assessment.Quarter.Chinese}情况单{(row.IsSample ? "（示例数据）" : "")}";
        List<DocumentBlock> blocks =
        [
            new DocumentParagraph(Standing(assessment, row)),
            .. lines.Count == 0 ? (DocumentBlock[])[] : [new DocumentHeading(1, "一、得分明细"), LinesOf(lines)],
            new DocumentHeading(1, lines.Count == 0 ? "一、发现的问题" : "二、发现的问题"),
            .. FoundBlocks(findings),
            .. findings.Count == 0 ? (DocumentBlock[])[] : [Due(due)],
        ];
        return Document.Write(
            new OfficialDocument(title, blocks),
            new FileProperties(title, assessment.CutOff) { PageHeader = assessment.Header }
        );
    }

    /// <summary>A sheet for every unit of the ranking, in a zip file; the same data always give the same bytes.</summary>
    /// <param name="assessment">The quarter.</param>
    /// <param name="names">The full names by code.</param>
    /// <param name="due">See <see cref="Of"/>.</param>
    public static byte[] All(Assessment assessment, IReadOnlyDictionary<string, string> names, DateOnly? due)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(names);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (row, index) in assessment.Rows.Select((row, index) => (row, index)))
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{index + 1:000}-{names[row.Unit]}.docx");
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = s_time;
                using var to = entry.Open();
                to.Write(Of(assessment, row, names[row.Unit], due));
            }
        }

        return stream.ToArray();
    }

    private static string Standing(Assessment assessment, RankingRow row)
    {
        var group = assessment.Groups.Single(one => one.Code == row.Group);
        var ranked = group.Rows.Count(one => one.Rank is not null);
        return row switch
        {
            { Outcome: Ranking.Unchecked } => "本季度没有检查，不参加排名；没有检查不等于没有问题。",
            { Score: { } score, Rank: { } rank } =>
                $"得分 {Numbers.Score(score)} 分，{row.Band}；在{group.Title} {ranked} 个参加排名的单位中名列第 {rank}。评分规则：{assessment.Rulebook.Title}{assessment.Rulebook.Caveat}。",
            { Rank: { } rank } =>
                $"{Tables.OutcomeOf(row)}，不计分；在{group.Title} {ranked} 个参加排名的单位中名列第 {rank}。",
            _ => Tables.OutcomeOf(row) + "。",
        };
    }

    private static DocumentTable LinesOf(IEnumerable<ScoreLine> lines) =>
        new(
            [new("说明", 6), new("分", 1, IsNumber: true)],
            [.. lines.Select(line => (IReadOnlyList<string>)[line.Words, Numbers.Plain(line.Points)])]
        );

    private static IEnumerable<DocumentBlock> FoundBlocks(List<FindingDetail> findings)
    {
        if (findings.Count == 0)
        {
            yield return new DocumentParagraph("没有点名到本单位的问题。");
            yield break;
        }

        var rows = findings
            .Take(MostFindings)
            .Select(finding =>
                (IReadOnlyList<string>)
                    [
                        Channel.NameOf(finding.Channel),
                        finding.CategoryName,
                        finding.Count.ToString(CultureInfo.InvariantCulture),
                        finding.Words,
                    ]
            )
            .ToList();
        if (findings.Count > MostFindings)
        {
            var rest = findings.Skip(MostFindings).Sum(finding => finding.Count);
            rows.Add(["其余", "", rest.ToString(CultureInfo.InvariantCulture), "见问题清单"]);
        }

        yield return new DocumentTable(
            [new("渠道", 1.4), new("类别", 2), new("条数", 0.8, IsNumber: true), new("来源语句", 4)],
            rows
        );
    }

    private static DocumentParagraph Due(DateOnly? due) =>
        new([
            new DocumentRun("请逐条整改，并于"),
            due is { } day
                ? new DocumentRun($"{day.Year}年{day.Month}月{day.Day}日")
                : new DocumentRun("【整改期限】") { IsPlaceholder = true },
            new DocumentRun("前书面报告整改情况。"),
        ]);
}
