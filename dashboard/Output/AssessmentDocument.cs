using Analytics.Export;
using Analytics.Metrics;

namespace Analytics.Dashboard.Output;

/// <summary>The ranking of an assessment as a document (考核排名): a table for each group, and what it rests on.</summary>
internal static class AssessmentDocument
{
    private static readonly IReadOnlyList<DocumentColumn> s_columns =
    [
        new("名次", 0.8, IsNumber: true),
        new("单位", 3),
        new("得分", 1.2, IsNumber: true),
        new("结果", 2.6),
        new("问题（条）", 1.1, IsNumber: true),
        new("单项否决（次）", 1.3, IsNumber: true),
    ];

    private static readonly IReadOnlyList<DocumentColumn> s_notes = [new("项目", 1.6), new("内容", 5)];

    /// <summary>Writes it; the same assessment always gives the same bytes.</summary>
    public static byte[] Of(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var quarter = assessment.Quarter.Chinese;
        var sample = assessment.IsSample ? "（示例数据）" : "";
        List<DocumentBlock> blocks =
        [
            new DocumentParagraph(
                $"{quarter}各单位按“{assessment.Rulebook.Title}”评分排名，各组分别排名；同分并列，下一名次顺延。"
                    + $"单项否决不计分的单位排在最后并列，未检查的单位不参加排名。{sample}"
            ),
        ];
        foreach (var (group, index) in assessment.Groups.Select((group, index) => (group, index)))
        {
            blocks.Add(new DocumentHeading(1, $"{Numeral(index)}、{group.Title}"));
            blocks.Add(new DocumentTable(s_columns, [.. group.Rows.Select(Cells)]));
        }

        blocks.Add(new DocumentHeading(1, $"{Numeral(assessment.Groups.Count)}、说明"));
        blocks.Add(
            new DocumentTable(
                s_notes,
                [.. AssessmentNotes.Of(assessment).Select(note => (IReadOnlyList<string>)[note.Name, note.Value])]
            )
        );
        return Document.Write(
            new OfficialDocument($"{quarter}考核排名{sample}", blocks),
            new FileProperties($"{quarter}考核排名", assessment.CutOff) { PageHeader = assessment.Header },
            contentSha256 => AssessmentManifest.Of(assessment, contentSha256).ToString()
        );
    }

    private static IReadOnlyList<string> Cells(RankingRow row) =>
        [
            Tables.RankOf(row.Rank),
            row.UnitName,
            Numbers.Score(row.Score),
            Tables.OutcomeOf(row),
            Numbers.Plain(row.FindingCount),
            Numbers.Plain(row.VetoCount),
        ];

    private static string Numeral(int index) => "一二三四五六七八九十"[index].ToString();
}
