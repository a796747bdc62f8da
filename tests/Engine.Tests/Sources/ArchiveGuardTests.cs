using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Analytics.Domain;
using Analytics.Sources;

namespace Analytics.Tests.Sources;

public sealed class ArchiveGuardTests
{
    [Fact]
    public void A_usual_workbook_passes()
    {
        var book = TestArchive.Workbook(
            "<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c><v>2</v></c></row></sheetData>"
                + "<mergeCells><mergeCell ref=\"A1:$XFD$1\"/></mergeCells>"
        );

        Assert.Null(Record.Exception(() => ArchiveGuard.Check("台账.xlsx", book, FileKind.Xlsx)));
    }

    [Theory]
    [InlineData("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", "16384")]
    [InlineData("<row r=\"1\"><c r=\"ALM1\"/></row>", "1001")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"/></row>", "XFE1")]
    [InlineData("<row r=\"1\"><c r=\"A1048577\"/></row>", "A1048577")]
    [InlineData("<row r=\"1048577\"><c/></row>", "1048577")]
    [InlineData("<row r=\"-1\"><c/></row>", "-1")]
    [InlineData("<row r=\"1\"><c r=\"ZZZZZZZ1\"/></row>", "ZZZZZZZ1")]
    [InlineData("<row r=\"1\"><c r=\"1A\"/></row>", "1A")]
    [InlineData("<row r=\"1\"><c r=\"\"/></row>", "位置“”")]
    [InlineData("<dimension ref=\"A1:B0\"/>", "A1:B0")]
    [InlineData("<mergeCell ref=\"A1:B2:C3\"/>", "A1:B2:C3")]
    public void A_cell_where_no_sheet_has_any_is_refused(string data, string named)
    {
        var fault = Refusal(TestArchive.Workbook(data));

        Assert.Contains("台账.xlsx", fault, StringComparison.Ordinal);
        Assert.Contains("sheet1.xml", fault, StringComparison.Ordinal);
        Assert.Contains(named, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_thousandth_column_is_still_read() =>
        Assert.Null(
            Record.Exception(() =>
                ArchiveGuard.Check("a.xlsx", TestArchive.Workbook("<row r=\"1\"><c r=\"ALL1\"/></row>"), FileKind.Xlsx)
            )
        );

    [Fact]
    public void Twenty_million_cells_are_refused_at_once()
    {
        var row = Encoding.UTF8.GetBytes(
            "<row>"
                + string.Concat(Enumerable.Range(0, 1000).Select(i => $"<c><v>{i * 7919 % 9973}</v></c>"))
                + "</row>"
        );
        var book = TestArchive.Of(
            ("[Content_Types].xml", to => to.Write("<Types/>"u8)),
            (
                "xl/worksheets/sheet1.xml",
                to =>
                {
                    to.Write("<worksheet>"u8);
                    for (var i = 0; i < 20_000; i++)
                    {
                        to.Write(row);
                    }

                    to.Write("</worksheet>"u8);
                }
            )
        );
        var clock = Stopwatch.StartNew();

        Refusal(book);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(4), $"{clock.Elapsed}");
    }

    [Fact]
    public void More_than_five_million_small_cells_are_refused()
    {
        var row = Encoding.UTF8.GetBytes("<row>" + string.Concat(Enumerable.Repeat("<c/>", 1000)) + "</row>");
        var noise = new byte[1_000_000];
        new Random(1).NextBytes(noise);
        var book = TestArchive.Of(
            (
                "xl/worksheets/sheet1.xml",
                to =>
                {
                    // Padding, so that neither the ratio nor the size gives it away.
                    to.Write("<worksheet>"u8);
                    to.Write(Encoding.UTF8.GetBytes($"<pad>{Convert.ToHexString(noise)}</pad>"));
                    for (var i = 0; i < 5_001; i++)
                    {
                        to.Write(row);
                    }

                    to.Write("</worksheet>"u8);
                }
            )
        );

        Assert.Contains("500 万", Refusal(book), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_unpacks_to_hundreds_of_times_its_size_is_refused()
    {
        var bomb = TestArchive.Of(
            CompressionLevel.Optimal,
            ("word/document.xml", to => to.Write(new byte[20_000_000]))
        );

        Assert.Contains("压缩炸弹", Refusal(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_that_together_unpack_to_too_much_are_refused()
    {
        var noise = new byte[600_000];
        new Random(2).NextBytes(noise);
        var large = TestArchive.Of([
            .. Enumerable
                .Range(0, 5)
                .Select(part => ($"word/media/{part}.bin", (Action<Stream>)(to => to.Write(noise)))),
        ]);
        SetStatedLengths(large, 90 * 1024 * 1024);

        Assert.Contains("400 MB", Refusal(large), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_parts_are_refused()
    {
        var many = TestArchive.Of([.. Enumerable.Range(0, ArchiveGuard.MaxEntries + 1).Select(i => ($"a/{i}", ""))]);

        Refusal(many);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>")]
    public void A_document_type_is_refused(string xml) =>
        Assert.Contains("DTD", Refusal(TestArchive.Of(("word/document.xml", xml))), StringComparison.Ordinal);

    [Fact]
    public void Thirty_thousand_nested_elements_are_refused()
    {
        const int Depth = 30_000;
        var xml = string.Concat(Enumerable.Repeat("<a>", Depth)) + string.Concat(Enumerable.Repeat("</a>", Depth));

        Assert.Contains("256 层", Refusal(TestArchive.Of(("word/document.xml", xml))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_larger_than_it_says_is_refused()
    {
        var bytes = TestArchive.Of(("word/document.xml", $"<a>{new string('x', 100_000)}</a>"));
        SetStatedLengths(bytes, 1_000);

        Refusal(bytes);
    }

    [Fact]
    public void Half_a_file_is_refused_as_damaged()
    {
        var bytes = TestArchive.Of(("word/document.xml", "<a/>"));

        Assert.Contains("损坏", Refusal(bytes[..(bytes.Length / 2)]), StringComparison.Ordinal);
    }

    private static string Refusal(byte[] bytes) =>
        Assert.Throws<NoticeFormatException>(() => ArchiveGuard.Check("台账.xlsx", bytes, FileKind.Xlsx)).Message;

    // The unpacked size stands at byte 24 of each entry in the directory, which is behind all parts.
    private static void SetStatedLengths(byte[] bytes, int length)
    {
        for (
            var entry = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
            entry >= 0;
            entry = bytes.AsSpan(0, entry).LastIndexOf("PK\u0001\u0002"u8)
        )
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(entry + 24, 4), length);
        }
    }
}
