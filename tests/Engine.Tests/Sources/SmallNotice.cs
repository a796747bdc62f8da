using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Tests.Sources;

/// <summary>One small notice of our own, written in each format.</summary>
internal static class SmallNotice
{
    public static readonly string[] Paragraphs =
    [
        "青石旗政务公开办公室文件",
        "关于2024年第三季度政务新媒体检查情况的通报",
        "各镇人民政府，旗直各部门：",
        "2024年第三季度共检查政务新媒体账号12个，发现问题21条，涉及的单位有：红庆河镇（15条）、旗教育局（6条）。",
        "信息报送情况见下表。",
    ];

    public static readonly string[][] Rows =
    [
        ["单位", "报送数", "采用数", "采用率"],
        ["红庆河镇", "8", "3", "37.5%"],
        ["旗教育局", "5", "2", "40%"],
    ];

    public const string Last = "请各单位于10月20日前完成整改。";

    /// <summary>The lines that every format gives.</summary>
    public static IReadOnlyList<string> Lines { get; } =
    [.. Paragraphs, .. Rows.Select(row => string.Join(" | ", row)), Last];

    public static byte[] Text { get; } = Encoding.UTF8.GetBytes(string.Join('\n', Lines) + "\n");

    public static byte[] Markdown { get; } =
        Encoding.UTF8.GetBytes(
            $"""
            {Paragraphs[0]}

            # {Paragraphs[1]}

            {Paragraphs[2]}

            {Paragraphs[3]}

            {Paragraphs[4]}

            | {string.Join(" | ", Rows[0])} |
            |---|---:|---:|---:|
            | {string.Join(" | ", Rows[1])} |
            | {string.Join(" | ", Rows[2])} |

            {Last}
            """
        );

    public static string Html { get; } =
        $"""
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"><title>不是正文</title><style>p {"{"} margin: 0 {"}"}</style></head>
            <body><div><div>{Paragraphs[0]}</div>
            <h1>关于2024年第三季度政务新媒体
               检查情况的通报</h1>
            <script>document.write("99条");</script><p hidden>内部稿99条</p><p style="display: none">99条</p>
            <p>{Paragraphs[2]}<p>{Paragraphs[3].Replace(
                "红庆河镇",
                "<b>红庆</b>河镇",
                StringComparison.Ordinal
            )}</p>{Paragraphs[4]}
            <table><thead><tr>{Cells("th", Rows[0])}</tr></thead><tr>{Cells("td", Rows[1])}</tr><tr>{Cells(
                "td",
                Rows[2]
            )}</tr></table>
            <p>{Last}</p></div></body></html>
            """;

    public static byte[] Ofd { get; } = OfdOf("Doc_0/Document.xml");

    /// <summary>The notice as an OFD document that names its root so, with more parts.</summary>
    public static byte[] OfdOf(string root, params (string Name, string Content)[] more) =>
        TestArchive.Of([
            (
                "OFD.xml",
                $"<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
            ),
            (
                "Doc_0/Document.xml",
                "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>"
                    + "<ofd:Page ID=\"2\" BaseLoc=\"/Doc_0/Pages/Page_1/Content.xml\"/></ofd:Pages></ofd:Document>"
            ),
            ("Doc_0/Pages/Page_0/Content.xml", OfdPage(0, 4)),
            ("Doc_0/Pages/Page_1/Content.xml", OfdPage(4, 9)),
            .. more,
        ]);

    /// <summary>The notice as a Word document; what is added to the body stands behind it.</summary>
    public static byte[] Docx(params OpenXmlElement[] more)
    {
        var table = new Table(Rows.Select(row => new TableRow(row.Select(cell => new TableCell(Paragraph(cell))))));
        return DocxOf([.. Paragraphs.Select(Paragraph), table, Paragraph(Last), .. more]);
    }

    /// <summary>A Word document of those blocks.</summary>
    public static byte[] DocxOf(params OpenXmlElement[] blocks)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(blocks));
        }

        return file.ToArray();
    }

    /// <summary>A paragraph of one run.</summary>
    public static Paragraph Paragraph(string text) =>
        new(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static string Cells(string tag, string[] cells) =>
        string.Concat(cells.Select(cell => $"<{tag}>{cell}</{tag}>"));

    // Body text of 4.9 mm from 28 mm on, two letters indented; what is above it in the file may stand below on the page.
    private static string OfdPage(int from, int to)
    {
        var objects = Enumerable
            .Range(from, to - from)
            .Reverse()
            .SelectMany(line =>
            {
                var cells = Lines[line].Split(" | ");
                return cells.Select(
                    (cell, column) =>
                        $"<ofd:TextObject ID=\"{100 + (line * 10) + column}\" Font=\"1\" Size=\"3\" Boundary=\"{(line < 2 ? 60 : 34) + (column * 40)} {30 + (line * 10)} 250 6\">"
                        + $"<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g {cell.Length - 1} 3\">{cell}</ofd:TextCode></ofd:TextObject>"
                );
            });
        return "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer>"
            + string.Concat(objects)
            + "</ofd:Layer></ofd:Content></ofd:Page>";
    }
}
