using System.Text;
using Analytics.Ingest;
using Analytics.Ingest.Tables;
using Analytics.Sources;
using Analytics.Tests.Ingest.Tables;
using Analytics.Tests.Sources.Tables;

namespace Analytics.Tests.Sources;

/// <summary>The same notice and the same table in every format and encoding say the same, through the whole of the reader.</summary>
public sealed class FormatCorpusTests
{
    private const double Left = 81;
    private const double Size = 16;

    private static readonly Encoding s_gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, byte[]> Notices { get; } =
        new()
        {
            { "通报.txt", SmallNotice.Text },
            { "通报", SmallNotice.Text },
            { "通报.txt", [0xEF, 0xBB, 0xBF, .. SmallNotice.Text] },
            { "通报.txt", Encoded(s_gb18030) },
            { "通报.txt", [0xFF, 0xFE, .. Encoded(Encoding.Unicode)] },
            { "通报.txt", [0xFE, 0xFF, .. Encoded(Encoding.BigEndianUnicode)] },
            { "通报.txt", Encoded(Encoding.Unicode) },
            { "通报.txt", Encoded(Encoding.BigEndianUnicode) },
            { "通报.txt", Encoding.UTF8.GetBytes(string.Join("\r\n", SmallNotice.Lines)) },
            { "通报.md", SmallNotice.Markdown },
            { "通报.html", Encoding.UTF8.GetBytes(SmallNotice.Html) },
            { "通报.htm", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(SmallNotice.Html)] },
            { "通报.htm", s_gb18030.GetBytes(SmallNotice.Html.Replace("utf-8", "gb2312", StringComparison.Ordinal)) },
            { "通报.docx", SmallNotice.Docx() },
            { "通报.ofd", SmallNotice.Ofd },
            { "通报.pdf", Pdf() },
        };

    public static TheoryData<string, byte[]> Submissions { get; } =
        new()
        {
            { "报送.csv", Encoding.UTF8.GetBytes(SubmissionCsv) },
            { "报送.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(SubmissionCsv)] },
            { "报送.csv", s_gb18030.GetBytes(SubmissionCsv) },
            { "报送.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(SubmissionCsv)] },
            { "报送.csv", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(SubmissionCsv)] },
            { "报送.csv", Encoding.UTF8.GetBytes(SubmissionCsv.Replace(",", ";", StringComparison.Ordinal)) },
            {
                "报送.xlsx",
                TestWorkbook.Of(
                    new TestSheet(
                        "报送",
                        [
                            ["2024年第三季度信息报送采用情况"],
                            ["单位", "报送数", "采用数", "采用率"],
                            ["红庆河镇", 8, 3, "37.5%"],
                            ["旗教育局", "5", new Formula("1+1", 2), new Percent(0.4)],
                        ]
                    )
                    {
                        Merged = ["A1:D1"],
                    }
                )
            },
        };

    [Theory]
    [MemberData(nameof(Notices))]
    public void A_notice_gives_the_same_facts_in_every_format(string name, byte[] bytes)
    {
        var notice = NoticeReader.Read(Assert.IsType<SourceText>(Read(name, bytes)));

        Assert.Equal(
            [
                "inspected 12 newmedia 2024Q3",
                "issues 21 newmedia 2024Q3",
                "issues 15 红庆河镇 newmedia 2024Q3",
                "issues 6 旗教育局 newmedia 2024Q3",
                .. SubmissionFacts,
            ],
            Given.Shown(notice.Facts)
        );
        Assert.Equal("关于2024年第三季度政务新媒体检查情况的通报", notice.Document.Title);
        Assert.Empty(notice.Discrepancies);
    }

    [Theory]
    [MemberData(nameof(Submissions))]
    public void The_table_of_the_notice_gives_its_facts_as_a_file_of_its_own(string name, byte[] bytes)
    {
        var sheet = Assert.Single(TableReader.Read(Assert.IsType<SourceTable>(Read(name, bytes)), new()).Sheets);

        Assert.Equal(SubmissionFacts, Given.Shown(sheet.Facts));
        Assert.Empty(sheet.Errors);
    }

    [Theory]
    [MemberData(nameof(FormatTests.Files), MemberType = typeof(FormatTests))]
    public void A_list_of_findings_gives_the_same_facts_in_every_format(string name, byte[] bytes)
    {
        var sheet = Assert.Single(TableReader.Read(Assert.IsType<SourceTable>(Read(name, bytes)), new()).Sheets);

        Assert.Equal(
            [
                "issues 2 旗教育体育局 website 错别字 2024Q4 2024-12-05",
                "issues 1 旗教育体育局 website 错链 2024Q4 2024-11-08",
                "issues 3 札萨克镇 website 更新不及时 2024Q4 2024-12-03",
            ],
            Given.Shown(sheet.Facts)
        );
    }

    private static string[] SubmissionFacts { get; } =
    [
        "submitted 8 红庆河镇 submission 2024Q3",
        "adopted 3 红庆河镇 submission 2024Q3",
        "adoption_rate 37.5% 红庆河镇 submission 2024Q3",
        "submitted 5 旗教育局 submission 2024Q3",
        "adopted 2 旗教育局 submission 2024Q3",
        "adoption_rate 40% 旗教育局 submission 2024Q3",
    ];

    private static string SubmissionCsv =>
        "2024年第三季度信息报送采用情况,,,\n"
        + string.Concat(SmallNotice.Rows.Select(row => string.Join(',', row) + "\n"));

    private static byte[] Encoded(Encoding encoding) => encoding.GetBytes(string.Join('\n', SmallNotice.Lines));

    // Official layout: the head centred, 29 letters a line, paragraphs indented by two; the count goes over a line end.
    private static byte[] Pdf()
    {
        const string Findings = "涉及的单位有";
        var cut = SmallNotice.Paragraphs[3].IndexOf(Findings, StringComparison.Ordinal);
        var pdf = new TinyPdf()
            .Page()
            .Line(157, 780, 26, SmallNotice.Paragraphs[0])
            .Line(Left, 730, 22, SmallNotice.Paragraphs[1])
            .Line(Left, 690, Size, SmallNotice.Paragraphs[2])
            .Line(Left + (2 * Size), 661, Size, SmallNotice.Paragraphs[3][..cut])
            .Line(Left, 632, Size, SmallNotice.Paragraphs[3][cut..])
            .Line(Left + (2 * Size), 603, Size, SmallNotice.Paragraphs[4]);
        for (var row = 0; row < SmallNotice.Rows.Length; row++)
        {
            for (var column = 0; column < SmallNotice.Rows[row].Length; column++)
            {
                pdf.Line(Left + (column * 120), 570 - (row * 29), Size, SmallNotice.Rows[row][column]);
            }
        }

        return pdf.Line(Left + (2 * Size), 470, Size, SmallNotice.Last).ToBytes();
    }

    private static SourceFile Read(string name, byte[] bytes) =>
        new SourceReader().Read(name, bytes, TestContext.Current.CancellationToken);
}
