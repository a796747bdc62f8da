using System.Globalization;
using System.IO.Compression;
using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Output;

/// <summary>One page for one unit (单位情况单): its score and how it comes about, what was found, until when it has to be put right.</summary>
/// <param name="Title">Unit, quarter, and that it is sample data where it is.</param>
/// <param name="Standing">Score and rank in a sentence.</param>
/// <param name="Lines">The lines of its score; none where it was not scored.</param>
/// <param name="Findings">What was found, as many rows as a page holds beside the lines.</param>
/// <param name="MoreFindings">How many findings stand in further rows; 0 where all are shown.</param>
/// <param name="Due">Until when; null where nobody has said.</param>
/// <param name="Assessment">What it is a part of.</param>
public sealed record UnitSheet(
    string Title,
    string Standing,
    IReadOnlyList<ScoreLine> Lines,
    IReadOnlyList<FindingDetail> Findings,
    long MoreFindings,
    DateOnly? Due,
    Assessment Assessment
)
{
    // What a page holds: rows of tables beside title, sentences and headings, and full-width characters on a line of the widest columns.
    private const int LinesOfPage = 31;
    private const int CharactersOfLine = 37;
    private const int CharactersOfCategory = 10;
    private const int CharactersOfWords = 21;

    // The earliest time a zip entry can state.
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gathers it.</summary>
    /// <param name="assessment">The quarter.</param>
    /// <param name="row">The unit's place in it.</param>
    /// <param name="name">The unit's full name.</param>
    /// <param name="due">Until when its findings have to be put right; null leaves a placeholder.</param>
    public static UnitSheet Of(Assessment assessment, RankingRow row, string name, DateOnly? due)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Of(assessment, row, name, due, [.. assessment.FindingsOf(row.Unit)]);
    }

    /// <summary>A sheet for every unit of the ranking, in a zip file; the same data always give the same bytes.</summary>
    /// <param name="assessment">The quarter.</param>
    /// <param name="names">The full names by code.</param>
    /// <param name="due">See <see cref="Of(Assessment, RankingRow, string, DateOnly?)"/>.</param>
    public static byte[] All(Assessment assessment, IReadOnlyDictionary<string, string> names, DateOnly? due)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(names);
        var findings = assessment.Findings.ToLookup(finding => finding.Unit, StringComparer.Ordinal);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (row, index) in assessment.Rows.Select((row, index) => (row, index)))
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{index + 1:000}-{names[row.Unit]}.docx");
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = s_time;
                using var to = entry.Open();
                to.Write(Of(assessment, row, names[row.Unit], due, [.. findings[row.Unit]]).ToDocument());
            }
        }

        return stream.ToArray();
    }

    /// <summary>The full names of all units by code.</summary>
    public static IReadOnlyDictionary<string, string> NamesOf(Snapshot snapshot) =>
        Units.All(snapshot).ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);

    /// <summary>Whether nothing was found at the unit.</summary>
    public bool HasNoFindings => Findings.Count == 0 && MoreFindings == 0;

    /// <summary>The deadline as a document writes it; null where nobody has said.</summary>
    public string? DueWords =>
        Due is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日") : null;

    /// <summary>As a docx; the same data always give the same bytes.</summary>
    public byte[] ToDocument()
    {
        List<DocumentBlock> blocks =
        [
            new DocumentParagraph(Standing),
            .. Lines.Count == 0 ? (DocumentBlock[])[] : [new DocumentHeading(1, "一、得分明细"), LineTable()],
            new DocumentHeading(1, Lines.Count == 0 ? "一、发现的问题" : "二、发现的问题"),
            .. HasNoFindings
                ? (DocumentBlock[])[new DocumentParagraph("没有点名到本单位的问题。")]
                : [FindingTable(), DueParagraph()],
        ];
        return Document.Write(
            new OfficialDocument(Title, blocks) { IsForm = true },
            new FileProperties(Title, Assessment.CutOff) { PageHeader = Assessment.Header },
            contentSha256 => AssessmentManifest.Of(Assessment, contentSha256, AssessmentManifest.UnitPaper).ToString()
        );
    }

    private static UnitSheet Of(
        Assessment assessment,
        RankingRow row,
        string name,
        DateOnly? due,
        IReadOnlyList<FindingDetail> findings
    )
    {
        List<ScoreLine> lines = [.. assessment.Lines.Where(line => line.Unit == row.Unit)];
        var shown = Fitting(lines, findings);
        return new(
            $"{name}{assessment.Quarter.Chinese}情况单{(row.IsSample ? "（示例数据）" : "")}",
            StandingOf(assessment, row),
            lines,
            [.. findings.Take(shown)],
            findings.Skip(shown).Sum(finding => finding.Count),
            due,
            assessment
        );
    }

    // As many as share the page with the lines of the score; where some are left out, a row says how many.
    private static int Fitting(IReadOnlyList<ScoreLine> lines, IReadOnlyList<FindingDetail> findings)
    {
        var room = LinesOfPage - lines.Sum(line => LinesFor(line.Words, CharactersOfLine));
        var needed = findings
            .Select(finding =>
                Math.Max(
                    LinesFor(finding.CategoryName, CharactersOfCategory),
                    LinesFor(finding.Words, CharactersOfWords)
                )
            )
            .ToList();
        if (needed.Sum() <= room)
        {
            return needed.Count;
        }

        var (count, used) = (0, 1);
        while (used + needed[count] <= room)
        {
            used += needed[count++];
        }

        return count;
    }

    private static int LinesFor(string words, int characters) =>
        Math.Max(1, (int)Math.Ceiling(words.Sum(letter => char.IsAscii(letter) ? 0.5 : 1) / characters));

    private static string StandingOf(Assessment assessment, RankingRow row)
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

    private DocumentTable LineTable() =>
        new(
            [new("说明", 6), new("分", 1, IsNumber: true)],
            [.. Lines.Select(line => (IReadOnlyList<string>)[line.Words, Numbers.Plain(line.Points)])]
        );

    private DocumentTable FindingTable()
    {
        var rows = Findings
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
        if (MoreFindings > 0)
        {
            rows.Add(["其余", "", MoreFindings.ToString(CultureInfo.InvariantCulture), "见问题清单"]);
        }

        return new([new("渠道", 1.5), new("类别", 2.2), new("条数", 0.7, IsNumber: true), new("来源语句", 4)], rows);
    }

    private DocumentParagraph DueParagraph() =>
        new([
            new DocumentRun("请逐条整改，并于"),
            DueWords is { } day ? new DocumentRun(day) : new DocumentRun("【整改期限】") { IsPlaceholder = true },
            new DocumentRun("前书面报告整改情况。"),
        ]);
}
