using System.Text;
using static Analytics.Tests.Sources.HostileFile;
using static Analytics.Tests.Sources.OfficeParts;

namespace Analytics.Tests.Sources;

/// <summary>Word documents, pages and plain texts that mean harm, or are merely odd.</summary>
internal static class HostileDocuments
{
    private const string Words = "关于2024年第三季度政务新媒体情况的通报\n发现问题5条。\n";

    static HostileDocuments() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyDictionary<string, HostileFile> All { get; } =
        new Dictionary<string, HostileFile>(StringComparer.Ordinal)
        {
            ["30,000 nested tables in docx"] = Refused("深.docx", () => Docx(NestedTables(30_000)), "256 层"),
            ["80 nested tables in docx"] = Read("深.docx", () => Docx(NestedTables(80)), "最里面"),
            ["a cell over two thousand million columns"] = Read(
                "宽.docx",
                () =>
                    Docx(
                        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr>"
                            + $"{Paragraph("单位")}</w:tc><w:tc>{Paragraph("条数")}</w:tc></w:tr></w:tbl>"
                    ),
                "单位"
            ),
            ["a million empty paragraphs"] = Read(
                "空段.docx",
                () =>
                    Docx(to =>
                    {
                        Fill(to, 200_000, "<w:p/>");
                        to.Write(Utf8(Paragraph("发现问题5条。")));
                    }),
                "发现问题5条。"
            ),
            ["a paragraph of 30 million letters"] = Refused("长.docx", () => Docx(LongParagraph), "百万字"),
            ["docx without a body"] = Refused(
                "无.docx",
                () => TestArchive.Of(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>")),
                "损坏"
            ),
            ["docx without text"] = Refused("空.docx", () => Docx(""), "没有文字"),
            ["docx that says it is UTF-7"] = Refused(
                "编码.docx",
                () => Docx(to => to.Write(Utf8(Paragraph("字"))), "<?xml version=\"1.0\" encoding=\"utf-7\"?>"),
                "不合规范"
            ),
            ["docx with control characters"] = Refused("控制.docx", () => Docx(Paragraph("字&#0;&#1;")), "损坏"),
            ["a page of 10 MB of nested boxes"] = Refused("页.html", () => Utf8(Times(2_000_000, "<div>")), "8 MB"),
            ["a page of 7 MB of nested boxes"] = Ended("页.html", () => Utf8("<html>" + Times(1_400_000, "<div>"))),
            ["30,000 nested tables of a page"] = Refused(
                "页.html",
                () => Utf8("<html>" + Times(30_000, "<table><tr><td>") + "5条"),
                "256 层"
            ),
            ["a page of a million unclosed bold words"] = Ended(
                "页.html",
                () => Utf8("<html>" + Times(500_000, "<b><p>5"))
            ),
            ["a page of misplaced table words"] = Ended(
                "页.html",
                () => Utf8("<html><table>" + Times(300_000, "<table>5<tr>"))
            ),
            ["an element of 500,000 attributes"] = Read(
                "页.html",
                () =>
                    Utf8(
                        "<html><p "
                            + string.Concat(Enumerable.Range(0, 500_000).Select(i => $"a{i} "))
                            + ">发现问题5条。"
                    ),
                "发现问题5条。"
            ),
            ["cells over two thousand million columns and rows of a page"] = Read(
                "页.html",
                () =>
                    Utf8("<table>" + Times(300, "<tr><td colspan=2000000000 rowspan=2000000000>甲<td>乙") + "</table>"),
                "甲"
            ),
            ["a page with script, frames and a way to elsewhere"] = Read(
                "页.html",
                () =>
                    Utf8(
                        "<html><meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'><script>while(1);</script>"
                            + "<iframe src='file:///etc/passwd'></iframe><p>发现问题5条。</p>"
                    ),
                "发现问题5条。"
            ),
            ["a page with an encoding that does not exist"] = Read(
                "页.html",
                () => Utf8("<html><meta charset=x-rubbish><p>发现问题5条。"),
                "发现问题5条。"
            ),
            ["a page of an unclosed comment"] = Refused(
                "页.html",
                () => Utf8("<html><!--" + Times(1_000_000, "<!-")),
                "没有文字"
            ),
            ["a text of one line of 100 MB"] = Refused("长.txt", () => Utf8(Times(100_000_000, "5")), "8 MB"),
            ["a text of one line of 7 MB"] = Read("长.txt", () => Utf8(Times(7_000_000, "5")), "5555"),
            ["a text with NUL bytes"] = Refused("零.txt", () => Utf8(Words + "\0\0\0" + Words), "不是可读的文本"),
            ["an empty text"] = Refused("空.txt", () => [], "0 字节"),
            ["a text of one byte"] = Refused("半.txt", () => [0xE5], "不是可读的文本"),
            ["a text of blanks"] = Refused("白.txt", () => Utf8(Times(100_000, " \r\n　")), "空白"),
            ["noise under the name of a text"] = Refused("噪声.txt", () => Noise(200_000), "不是可读的文本"),
            ["Big5"] = Refused(
                "繁体.txt",
                () => Encoding.GetEncoding("big5").GetBytes(Times(50, "關於政務新媒體情況的通報，發現問題五條。")),
                "不是可读的文本"
            ),
            ["UTF-7"] = Read("七.txt", () => "+UXN0Tg-5+Zfk-"u8.ToArray(), "+UXN0Tg-5+Zfk-"),
            ["UTF-16 with lone surrogates"] = Refused(
                "代理.txt",
                () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Words), 0x00, 0xD8, 0x41, 0x00],
                "不是可读的文本"
            ),
            ["UTF-16 with half a character"] = Refused(
                "半字.txt",
                () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Words), 0x4E],
                "不是可读的文本"
            ),
            ["UTF-8 of surrogates and overlong letters"] = Refused(
                "代理.txt",
                () => [.. Utf8(Words), 0xED, 0xA0, 0x80, 0xC0, 0x80, 0xFF],
                "不是可读的文本"
            ),
            ["letters that turn the direction of reading"] = Read(
                "反向.txt",
                () => Utf8(Words + "\u202E条5\u202C发现\u2066\u200B\uFEFF"),
                "发现问题5条。"
            ),
            ["a thousand accents upon one letter"] = Read(
                "重音.txt",
                () => Utf8(Words + Times(100_000, "\u0301")),
                "发现问题5条。"
            ),
        };

    private static string NestedTables(int depth) =>
        Times(depth, "<w:tbl><w:tr><w:tc>") + Paragraph("最里面") + Times(depth, "</w:tc></w:tr></w:tbl>");

    // Unlike enough not to look like a packed bomb.
    private static void LongParagraph(Stream to)
    {
        to.Write("<w:p><w:r><w:t>"u8);
        to.Write(Encoding.ASCII.GetBytes(Convert.ToHexString(Noise(15_000_000))));
        to.Write("</w:t></w:r></w:p>"u8);
    }

    private static byte[] Noise(int count)
    {
        var noise = new byte[count];
        new Random(6).NextBytes(noise);
        return noise;
    }
}
