using System.Text;
using static Analytics.Tests.Sources.HostileFile;
using static Analytics.Tests.Sources.OfficeParts;

namespace Analytics.Tests.Sources;

/// <summary>Workbooks and CSV files that mean harm, or are merely odd, by their cells.</summary>
internal static class HostileTables
{
    private const string Whole = "A1:XFD1048576";

    public static IReadOnlyDictionary<string, HostileFile> All { get; } =
        new Dictionary<string, HostileFile>(StringComparer.Ordinal)
        {
            ["one cell in the last corner"] = Refused("角.xlsx", () => OneCell("1048576", "XFD1048576"), "16384"),
            ["a cell in column ZZZZZZZ"] = Refused("远.xlsx", () => OneCell("1", "ZZZZZZZ1"), "ZZZZZZZ1"),
            ["a cell in row 0"] = Refused("零.xlsx", () => OneCell("1", "A0"), "A0"),
            ["a cell in row 99999999999"] = Refused("远.xlsx", () => OneCell("1", "A99999999999"), "A99999999999"),
            ["a row of number 99999999999"] = Refused("远.xlsx", () => OneCell("99999999999", "A1"), "99999999999"),
            ["a used range of the whole sheet and two cells"] = Read(
                "大范围.xlsx",
                () => Xlsx($"<dimension ref=\"{Whole}\"/>" + Rows("")),
                "单位|条数"
            ),
            ["a merged range of the whole sheet"] = Read(
                "全合并.xlsx",
                () => Xlsx(Rows("") + $"<mergeCells><mergeCell ref=\"{Whole}\"/></mergeCells>"),
                "单位"
            ),
            ["50,000 merged ranges"] = Read("合并.xlsx", () => Xlsx(Rows("") + Merges(50_000)), "单位|条数"),
            ["a million empty rows"] = Read("空行.xlsx", () => Xlsx(EmptyRows), "最后"),
            ["twenty million cells"] = Refused("巨大.xlsx", () => Xlsx(ManyCells), "超过上限"),
            ["a shared string of 400 MB"] = Refused(
                "长文.xlsx",
                () => Xlsx(Rows(""), Strings(to => Text(to, 400_000_000))),
                "超过上限"
            ),
            ["a shared string of 30 MB that is not used"] = Refused(
                "长文.xlsx",
                () => Xlsx(Rows(""), Strings(to => Text(to, 30_000_000))),
                "压缩炸弹"
            ),
            ["shared strings said to be two thousand million"] = Read(
                "谎报.xlsx",
                () => Xlsx(Rows(""), Strings(to => Text(to, 1), "count=\"2000000000\" uniqueCount=\"2000000000\"")),
                "单位|条数"
            ),
            ["a shared string that is not there"] = Refused("无串.xlsx", () => Pointing("77"), "A2", "共有 1 条文字"),
            ["a shared string of number -1"] = Refused("负串.xlsx", () => Pointing("-1"), "A2", "共有 1 条文字"),
            ["a shared string that is there"] = Read("有串.xlsx", () => Pointing("0"), "a|7"),
            ["numbers and dates beyond all bounds"] = Read(
                "怪数.xlsx",
                () => Xlsx(Rows("<row r=\"2\"><c r=\"A2\"><v>1e308</v></c><c r=\"B2\"><v>-9e99</v></c></row>")),
                "单位|条数"
            ),
            ["ten thousand sheets that share one part"] = Read("多表.xlsx", () => ManySheets(10_000), "甲7919"),
            ["no workbook part"] = Refused(
                "无簿.xlsx",
                () => TestArchive.Of(("[Content_Types].xml", "<Types/>"), ("xl/styles.xml", "<styleSheet/>")),
                "损坏"
            ),
            ["no sheet part"] = Refused(
                "无表.xlsx",
                () => XlsxOf("<sheet name=\"表\" sheetId=\"1\" r:id=\"r9\"/>", _ => { }),
                "没有任何有内容"
            ),
            ["a formula that calls a program in xlsx"] = Read(
                "公式.xlsx",
                () => Xlsx(Rows("<row r=\"2\"><c r=\"A2\"><f>cmd|'/c calc'!A1</f><v>7</v></c></row>")),
                "7"
            ),
            ["a formula that calls a program in csv"] = Read(
                "公式.csv",
                () => Utf8("单位,条数\n=cmd|'/c calc'!A1,7\n"),
                "=cmd|'/c calc'!A1|7"
            ),
            ["csv of one line of 100 MB"] = Refused("一行.csv", () => Letters(100_000_000, 'a'), "第1行"),
            ["csv of one line of 100 MB of commas"] = Refused("一行.csv", () => Letters(100_000_000, ','), "第1行"),
            ["csv whose quote does not end for 50 MB"] = Refused("引号.csv", OpenQuote, "引号"),
            ["csv of 5,000 columns"] = Refused(
                "很宽.csv",
                () => Utf8("单位,条数\n" + string.Join(',', Enumerable.Range(1, 5000)) + "\n"),
                "1000 列"
            ),
            ["csv of 300,000 rows of 200 empty cells"] = Read("空格.csv", EmptyCells, "单位|条数"),
            ["csv of 1,100,000 rows"] = Refused("很长.csv", () => Utf8(Times(1_100_000, "甲,1\n")), "1048577 行"),
            ["csv with NUL bytes"] = Refused("零.csv", () => Utf8("单位,条数\n甲\0\0\0\0,7\n"), "不是可读的文本"),
            ["csv of NUL bytes only"] = Refused("零.csv", () => new byte[1_000_000], "不是可读的文本"),
            ["csv of quotes only"] = Refused("引号.csv", () => Letters(5_000_000, '"'), "第1行"),
            ["csv with a byte order mark only"] = Refused("空.csv", () => [0xEF, 0xBB, 0xBF], "没有任何有内容"),
            ["csv above 200 MB"] = Refused("太大.csv", () => Letters(SourceBytes(201), 'a'), "200 MB"),
            ["xlsx above 60 MB"] = Refused("太大.xlsx", () => Letters(SourceBytes(61), 'P'), "60 MB"),
            ["xls of noise behind its head"] = Refused("噪声.xls", () => Ole("Workbook\0", 100_000), "损坏"),
            ["xls whose sectors go in a circle"] = Refused("圈.xls", CircularXls, "损坏"),
            ["an ole file of nothing known"] = Refused("垃圾.xls", () => Ole("Rubbish", 10_000), "另存为"),
            ["what looks like a file under a password"] = Refused(
                "密码.xlsx",
                () => Ole("EncryptedPackage", 10_000),
                "密码"
            ),
        };

    private static byte[] OneCell(string row, string place) =>
        Xlsx($"<sheetData><row r=\"{row}\">{Cell(place, "远")}</row></sheetData>");

    private static byte[] Pointing(string number) =>
        Xlsx(
            Rows($"<row r=\"2\"><c r=\"A2\" t=\"s\"><v>{number}</v></c><c r=\"B2\"><v>7</v></c></row>"),
            Strings(to => Text(to, 1))
        );

    private static string Merges(int count) =>
        "<mergeCells>"
        + string.Concat(Enumerable.Range(10, count).Select(row => $"<mergeCell ref=\"A{row}:ALL{row + 1}\"/>"))
        + "</mergeCells>";

    private static void EmptyRows(Stream to)
    {
        to.Write("<sheetData>"u8);
        for (var row = 1; row < 1_000_000; row++)
        {
            to.Write(Utf8($"<row r=\"{row}\"/>"));
        }

        to.Write(Utf8($"<row r=\"1000000\">{Cell("A1000000", "最后")}</row></sheetData>"));
    }

    private static void ManyCells(Stream to)
    {
        var row =
            "<row>"
            + string.Concat(Enumerable.Range(0, 1000).Select(i => $"<c><v>{i * 7919 % 9973}</v></c>"))
            + "</row>";
        to.Write("<sheetData>"u8);
        Fill(to, 20_000, row);
        to.Write("</sheetData>"u8);
    }

    private static void Text(Stream to, int letters)
    {
        to.Write("<si><t>"u8);
        Fill(to, letters, "a");
        to.Write("</t></si>"u8);
    }

    private static byte[] ManySheets(int count) =>
        XlsxOf(
            string.Concat(
                Enumerable.Range(1, count).Select(i => $"<sheet name=\"表{i}\" sheetId=\"{i}\" r:id=\"r0\"/>")
            ),
            to =>
            {
                to.Write("<sheetData>"u8);
                for (var row = 1; row <= 3_000; row++)
                {
                    to.Write(Utf8($"<row r=\"{row}\">{Cell($"A{row}", $"甲{row * 7919 % 10007}")}</row>"));
                }

                to.Write("</sheetData>"u8);
            }
        );

    private static int SourceBytes(int megabytes) => megabytes * 1024 * 1024;

    private static byte[] Letters(int count, char letter)
    {
        var bytes = new byte[count];
        Array.Fill(bytes, (byte)letter);
        return bytes;
    }

    private static byte[] OpenQuote() => [.. "单位,条数\n\""u8, .. Utf8(Times(5_000_000, "甲局,7\n"))];

    private static byte[] EmptyCells() => [.. "单位,条数\n"u8, .. Utf8(Times(300_000, new string(',', 199) + "\n"))];

    // The head of an OLE file, noise, and the name of one of its streams.
    private static byte[] Ole(string stream, int noise)
    {
        var rubbish = new byte[noise];
        new Random(5).NextBytes(rubbish);
        return
        [
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. rubbish,
            .. Encoding.Unicode.GetBytes(stream),
            .. rubbish,
        ];
    }

    // The allocation table is the last sector: its first entry, of the stream's first sector, points to itself.
    private static byte[] CircularXls()
    {
        var file = Tables.Files.Read("findings.xls");
        BitConverter.TryWriteBytes(file.AsSpan(file.Length - 512), 0);
        return file;
    }
}
