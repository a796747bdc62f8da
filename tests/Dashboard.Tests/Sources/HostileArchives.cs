using System.IO.Compression;
using System.Text;
using static Analytics.Tests.Sources.HostileFile;
using static Analytics.Tests.Sources.OfficeParts;

namespace Analytics.Tests.Sources;

/// <summary>Zip-based files that mean harm by their zip: sizes, entries, names.</summary>
internal static class HostileArchives
{
    public static IReadOnlyDictionary<string, HostileFile> All { get; } =
        new Dictionary<string, HostileFile>(StringComparer.Ordinal)
        {
            ["zip in zip in zip"] = Refused("打包.docx", () => Nested(8), "压缩包", "解压"),
            ["docx of 300 MB packed to 300 KB"] = Refused(
                "炸弹.docx",
                () => Docx(to => Fill(to, 300_000_000, " ")),
                "超过上限 200 MB"
            ),
            ["docx of 100 MB packed to 100 KB"] = Refused(
                "炸弹.docx",
                () => Docx(to => Fill(to, 100_000_000, " ")),
                "压缩炸弹"
            ),
            ["xlsx with a picture of 100 MB of zeros"] = Refused(
                "炸弹.xlsx",
                () => Xlsx(Rows(""), ("xl/media/image1.png", to => to.Write(new byte[100_000_000]))),
                "压缩炸弹"
            ),
            ["ofd page of 150 MB of blanks"] = Refused(
                "炸弹.ofd",
                () => Ofd("<Page BaseLoc=\"p.xml\"/>", ("Doc_0/p.xml", to => Fill(to, 150_000_000, " "))),
                "压缩炸弹"
            ),
            ["many entries that share one content"] = Refused("重叠.docx", () => Overlapping(9_000), "解开后超过上限"),
            ["10,001 entries"] = Refused("很多.docx", () => Entries(10_001), "超过上限 10000 个"),
            ["70,000 entries"] = Refused("很多.xlsx", () => Entries(70_000), "超过上限 10000 个"),
            ["sizes stated too small"] = Refused(
                "谎报.docx",
                () => StatedAs(1_000, Docx(to => Fill(to, 90_000_000, " "))),
                "损坏"
            ),
            ["sizes stated as 2 GB"] = Refused("谎报.docx", () => StatedAs(int.MaxValue, Docx(Paragraph("字"))), "MB"),
            ["names that climb out of the folder"] = Read(
                "爬出.docx",
                () =>
                    Docx(
                        Paragraph("发现问题5条。"),
                        Part("../../../../tmp/escaped.txt", "x"),
                        Part("/etc/passwd", "x")
                    ),
                "发现问题5条。"
            ),
            ["the document twice"] = Refused(
                "两份.docx",
                () => Docx(Paragraph("发现问题5条。"), Part("word/document.xml", "<x/>")),
                "损坏"
            ),
            ["a macro in docx"] = Refused(
                "宏.docx",
                () => Docx(Paragraph("字"), Part("word/vbaProject.bin", "x")),
                "宏"
            ),
            ["a macro in xlsx"] = Refused("宏.xlsx", () => Xlsx(Rows(""), Part("xl/vbaProject.bin", "x")), "宏"),
            ["xlsm by name"] = Refused("宏.xlsm", () => Xlsx(Rows("")), ".xlsm", ".xlsx"),
            ["et by name"] = Refused("台账.et", () => Xlsx(Rows("")), ".et", ".xlsx"),
            ["only an end record"] = Refused("空包.docx", () => [.. "PK\u0005\u0006"u8, .. new byte[18]], "压缩包"),
            ["a directory that points behind the file"] = Refused("坏.docx", PointedAway, "损坏"),
            ["a document type that reads a file"] = Refused(
                "外部.docx",
                () => WithProlog(Utf8("&e;"), "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"),
                "DTD"
            ),
            ["a billion laughs in docx"] = Refused("笑.docx", () => WithProlog(Utf8("&z;"), Laughs), "DTD"),
            ["a billion laughs in the strings of xlsx"] = Refused(
                "笑.xlsx",
                () => Xlsx(Rows(""), Part("xl/sharedStrings.xml", Laughs + "<sst><si><t>&z;</t></si></sst>")),
                "DTD"
            ),
            ["a billion laughs in a part without the ending .xml"] = Refused(
                "笑.ofd",
                () => Ofd("<Page BaseLoc=\"p.dat\"/>", Part("Doc_0/p.dat", Laughs + "<Page>&z;</Page>")),
                "p.dat",
                "DTD"
            ),
            ["30,000 nested elements in a part without the ending .xml"] = Refused(
                "炸弹.ofd",
                () => Ofd("<Page BaseLoc=\"p.dat\"/>", ("Doc_0/p.dat", DeepElements)),
                "256 层"
            ),
            ["ofd page that is missing"] = Refused(
                "缺页.ofd",
                () => Ofd("<Page BaseLoc=\"no.xml\"/>"),
                "缺少部件",
                "no.xml"
            ),
            ["ofd page outside of the archive"] = Refused(
                "爬出.ofd",
                () => Ofd("<Page BaseLoc=\"../../../../etc/passwd\"/>"),
                "缺少部件"
            ),
            ["ofd without document"] = Refused("无.ofd", () => TestArchive.Of(("OFD.xml", "<OFD/>")), "DocRoot"),
            ["ofd that names one page a hundred thousand times"] = Refused(
                "同页.ofd",
                () => Ofd(Times(100_000, "<Page BaseLoc=\"p.xml\"/>"), Part("Doc_0/p.xml", OfdPage(Times(500, "页")))),
                "1000 页"
            ),
            ["ofd text beyond all paper"] = Refused("远.ofd", () => PageAt("1e308 -1e308 150 6"), "没有文字"),
            ["ofd text at places that are no numbers"] = Refused("无处.ofd", () => PageAt("NaN x 1 1"), "没有文字"),
            ["ofd text without a width"] = Read("细.ofd", () => PageAt("30 30 0 0"), "发现问题5条。"),
        };

    /// <summary>Entities that would come to a thousand million letters.</summary>
    private static string Laughs =>
        "<!DOCTYPE x [<!ENTITY a \"ha\">"
        + string.Concat(
            Enumerable.Range('b', 25).Select(c => $"<!ENTITY {(char)c} \"{Times(10, $"&{(char)(c - 1)};")}\">")
        )
        + "]>";

    private static byte[] WithProlog(byte[] body, string prolog) => Docx(to => to.Write(body), prolog);

    private static byte[] PageAt(string boundary) =>
        Ofd(
            "<Page BaseLoc=\"p.xml\"/>",
            Part("Doc_0/p.xml", OfdPage("发现问题5条。").Replace("30 30 150 6", boundary, StringComparison.Ordinal))
        );

    private static void DeepElements(Stream to)
    {
        Fill(to, 30_000, "<a>");
        Fill(to, 30_000, "</a>");
    }

    private static byte[] Nested(int levels)
    {
        var inner = TestArchive.Of(CompressionLevel.Optimal, ("0", to => to.Write(new byte[10_000_000])));
        for (var level = 1; level < levels; level++)
        {
            var content = inner;
            inner = TestArchive.Of(
                CompressionLevel.Optimal,
                [
                    .. Enumerable
                        .Range(0, 10)
                        .Select(i => ($"{level}-{i}.zip", (Action<Stream>)(to => to.Write(content)))),
                ]
            );
        }

        return inner;
    }

    private static byte[] Entries(int count) =>
        Docx(
            Paragraph("字"),
            [.. Enumerable.Range(0, count).Select(i => ($"word/media/{i}", (Action<Stream>)(_ => { })))]
        );

    // The directory names the same 4 MB again and again.
    private static byte[] Overlapping(int times)
    {
        var file = TestArchive.Of(
            CompressionLevel.Optimal,
            Part("[Content_Types].xml", "<Types/>"),
            ("word/media/1.bin", to => to.Write(new byte[4_000_000]))
        );
        var end = file.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var last = file.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        var start = BitConverter.ToInt32(file, end + 16);
        using var made = new MemoryStream();
        made.Write(file.AsSpan(0, end));
        for (var i = 0; i < times; i++)
        {
            made.Write(file.AsSpan(last, end - last));
        }

        var length = (int)made.Length - start;
        made.Write(file.AsSpan(end));
        var bytes = made.ToArray();
        var record = bytes.AsSpan(bytes.Length - 22);
        BitConverter.TryWriteBytes(record[8..], (ushort)(times + 2));
        BitConverter.TryWriteBytes(record[10..], (ushort)(times + 2));
        BitConverter.TryWriteBytes(record[12..], length);
        return bytes;
    }

    private static byte[] PointedAway()
    {
        var file = Docx(Paragraph("字"));
        BitConverter.TryWriteBytes(file.AsSpan(file.Length - 6), int.MaxValue);
        return file;
    }

    // The unpacked size stands at byte 24 of each entry of the directory.
    private static byte[] StatedAs(int length, byte[] file)
    {
        for (var at = 0; ; at += 4)
        {
            var found = file.AsSpan(at).IndexOf("PK\u0001\u0002"u8);
            if (found < 0)
            {
                return file;
            }

            at += found;
            if (Encoding.ASCII.GetString(file, at + 46, 8) == "word/doc")
            {
                BitConverter.TryWriteBytes(file.AsSpan(at + 24), length);
            }
        }
    }
}
