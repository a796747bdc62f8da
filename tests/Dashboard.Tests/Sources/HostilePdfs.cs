using System.Globalization;
using System.IO.Compression;
using System.Text;
using static Analytics.Tests.Sources.HostileFile;

namespace Analytics.Tests.Sources;

/// <summary>PDF files that mean harm, or are merely odd.</summary>
internal static class HostilePdfs
{
    private const string Page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>";

    public static IReadOnlyDictionary<string, HostileFile> All { get; } =
        new Dictionary<string, HostileFile>(StringComparer.Ordinal)
        {
            ["a page of 2 GB packed twice"] = Refused("炸弹.pdf", () => Bomb(2048, twice: true), "压缩炸弹", "64 MB"),
            ["a page of 100 MB packed once"] = Refused("炸弹.pdf", () => Bomb(100, twice: false), "压缩炸弹"),
            ["pages in a circle"] = Refused(
                "圈.pdf",
                () => Pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>"),
                "没有文字"
            ),
            ["100,000 nested nodes of pages"] = Ended("深.pdf", () => DeepTree(100_000)),
            ["200,000 nested arrays"] = Refused("深.pdf", () => NestedArrays(200_000), "损坏"),
            ["a reference to itself"] = Refused(
                "圈.pdf",
                () => Pdf("<</Type/Catalog/Pages 2 0 R>>", "2 0 R"),
                "没有文字"
            ),
            ["a cross reference that goes in a circle"] = Read(
                "圈.pdf",
                () => Replaced("/Root 1 0 R", "/Root 1 0 R/Prev 15"),
                "发现问题5条。"
            ),
            ["a million pages stated"] = Read(
                "多页.pdf",
                () => Replaced("/Count 1/", "/Count 999999999/"),
                "发现问题5条。"
            ),
            ["a page named two thousand times"] = Refused("多页.pdf", SamePage, "1000 页"),
            ["a stream said to be two thousand million long"] = Refused(
                "谎报.pdf",
                () =>
                    Pdf(
                        "<</Type/Catalog/Pages 2 0 R>>",
                        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                        Page,
                        "<</Length 2000000000>>stream\n \nendstream"
                    ),
                "没有文字"
            ),
            ["a form that draws itself"] = Refused("圈.pdf", SelfDrawing, "没有文字"),
            ["encrypted"] = Refused("密码.pdf", Encrypted, "加密", "密码"),
            ["pictures only"] = Refused(
                "扫描.pdf",
                () => new TinyPdf().Page().Draw("q 500 0 0 700 40 60 cm /I Do Q").ToBytes(),
                "扫描图片",
                "OCR"
            ),
            ["rubbish behind the head"] = Refused("垃圾.pdf", () => [.. "%PDF-1.7\n"u8, .. new byte[100_000]], "损坏"),
            ["letters at places beyond all bounds"] = Read(
                "远.pdf",
                () => new TinyPdf().Page().Line(1e9, -1e9, 16, "远").Line(81, 700, 16, "发现问题5条。").ToBytes(),
                "发现问题5条。"
            ),
            ["a million letters on one page"] = Read(
                "密.pdf",
                () => Pages(page => page.Line(10, 10, 1, Times(300_000, "5"))),
                "5555"
            ),
        };

    private static byte[] Pages(Action<TinyPdf> draw)
    {
        var pdf = new TinyPdf().Page();
        draw(pdf);
        return pdf.ToBytes();
    }

    // As long as before, so that the places of the objects hold: what is longer stands in the trailer, behind them.
    private static byte[] Replaced(string old, string by)
    {
        var file = Encoding.ASCII.GetString(Pages(page => page.Line(81, 700, 16, "发现问题5条。")));
        return Encoding.ASCII.GetBytes(file.Replace(old, by, StringComparison.Ordinal));
    }

    private static byte[] Encrypted() =>
        new TinyPdf
        {
            Trailer =
                "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
                + $"/O<{new string('A', 64)}>/U<{new string('B', 64)}>>>",
        }
            .Page()
            .Line(81, 700, 16, "密")
            .ToBytes();

    private static byte[] SamePage() =>
        Pdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count 2000/Kids[{Times(2000, "3 0 R ")}]>>",
            Page,
            "<</Length 1>>stream\n \nendstream"
        );

    private static byte[] NestedArrays(int depth) =>
        Pdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count 1/Kids{Times(depth, "[")}3 0 R{Times(depth, "]")}>>",
            Page
        );

    private static byte[] DeepTree(int depth) =>
        Pdf([
            "<</Type/Catalog/Pages 2 0 R>>",
            .. Enumerable
                .Range(3, depth)
                .Select(next =>
                    string.Create(CultureInfo.InvariantCulture, $"<</Type/Pages/Count 1/Kids[{next} 0 R]>>")
                ),
            "<</Type/Page/MediaBox[0 0 595 842]>>",
        ]);

    private static byte[] SelfDrawing()
    {
        const string Draw = "/X Do /X Do";
        return Pdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
            $"<</Length {Draw.Length}>>stream\n{Draw}\nendstream",
            $"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length {Draw.Length}>>stream\n{Draw}\nendstream"
        );
    }

    private static byte[] Bomb(int megabytes, bool twice)
    {
        var packed = Pack(to => Fill(to, megabytes, new string(' ', 1 << 20)));
        packed = twice ? Pack(to => to.Write(packed)) : packed;
        var filter = twice ? "[/FlateDecode/FlateDecode]" : "/FlateDecode";
        return Pdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            Page,
            $"<</Length {packed.Length}/Filter{filter}>>stream\n{Encoding.Latin1.GetString(packed)}\nendstream"
        );
    }

    private static byte[] Pack(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            write(deflate);
        }

        return packed.ToArray();
    }

    private static byte[] Pdf(params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder();
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj{objects[i]} endobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{table}");
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
