using System.Text;
using Analytics.Domain;
using Analytics.Sources;
using Analytics.Sources.Tables;

namespace Analytics.Tests.Sources.Tables;

public sealed class CsvFileTests
{
    private const string Text = "单位,问题\n旗民政局,错链\n";

    public static TheoryData<string, byte[]> Encoded { get; } =
        new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Text) },
            { "UTF-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)] },
            { "GB18030", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text) },
            { "UTF-16LE", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)] },
            { "UTF-16BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
            { "UTF-16LE", Encoding.Unicode.GetBytes(Text) },
        };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Every_usual_encoding_gives_the_same_cells(string encoding, byte[] bytes)
    {
        var table = TableFile.Read("清单.csv", bytes);

        Assert.Equal(encoding, table.Encoding);
        Assert.Equal("清单.csv", Assert.Single(table.Sheets).Name);
        Assert.Equal(["单位 问题", "旗民政局 错链"], table.Sheets[0].Rows.Select(row => string.Join(' ', row.Cells)));
    }

    [Theory]
    [InlineData("a,b;c\n1,2\n", "a|b;c", "1|2")]
    [InlineData("a\tb,c\n1\t2,3\n", "a|b,c", "1|2,3")]
    [InlineData("a;b\n1;2\n", "a|b", "1|2")]
    [InlineData("甲、乙\n一、二\n", "甲、乙", "一、二")]
    [InlineData("标题\na,b,c\n\"x;y\",\"u;v\",w\n", "标题", "a|b|c", "x;y|u;v|w")]
    public void The_delimiter_is_found_from_the_lines(string text, params string[] expected) =>
        Assert.Equal(expected, Rows(text).Select(row => string.Join('|', row.Cells)));

    [Fact]
    public void Quotes_hold_commas_quotes_and_line_breaks()
    {
        var rows = Rows("a,b\n\"甲,乙\",\"说\"\"好\"\"\"\n\"一\r\n二\",3\n");

        Assert.Equal(["甲,乙", "说\"好\""], rows[1].Cells);
        Assert.Equal(["一\n二", "3"], rows[2].Cells);
    }

    [Fact]
    public void Rows_are_as_long_as_they_are_and_blank_ones_left_out()
    {
        var rows = Rows("标题\na,b\n\n,,\n#1,2,3,4\n");

        Assert.Equal([1, 2, 5], rows.Select(row => row.Number));
        Assert.Equal(["#1", "2", "3", "4"], rows[2].Cells);
    }

    [Fact]
    public void A_quote_that_is_not_closed_is_refused_with_its_row()
    {
        var fault = Assert.Throws<NoticeFormatException>(() => Rows("a,b\n1,2\n3,\"没有关\n4,5\n"));

        Assert.Contains("“清单.csv”从第3行起", fault.Message, StringComparison.Ordinal);
        Assert.Contains("引号", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_is_not_closed_in_a_long_file_is_refused_without_holding_it()
    {
        var text = new StringBuilder("a,b\n1,\"没有关\n");
        text.Insert(text.Length, "旗民政局,错链\n", 500_000);

        var fault = Assert.Throws<NoticeFormatException>(() => Rows(text.ToString()));

        Assert.Contains("从第2行起", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1001, 1, "第1行第1001列有内容“字”，超过上限 1000 列")]
    [InlineData(2, 32_768, "第1行第1列有 32768 个字")]
    public void Limits_name_the_place(int columns, int length, string message)
    {
        var text = string.Join(',', Enumerable.Repeat(new string('字', length), columns));

        var fault = Assert.Throws<NoticeFormatException>(() => Rows(text + "\n"));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_rows_than_a_worksheet_has_are_refused()
    {
        var text = new StringBuilder();
        text.Insert(0, "a,b\n", 1_048_578);

        var fault = Assert.Throws<NoticeFormatException>(() => Rows(text.ToString()));

        Assert.Contains("超过 1048577 行", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_named_csv_is_refused_with_the_cure()
    {
        var fault = Assert.Throws<NoticeFormatException>(() =>
            TableFile.Read(
                "表.csv",
                TestWorkbook.Of(
                    new TestSheet(
                        "表",
                        [
                            ["一"],
                        ]
                    )
                )
            )
        );

        Assert.Contains("改了扩展名的Excel 工作簿。请把扩展名改成 .xlsx", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var fault = Assert.Throws<NoticeFormatException>(() =>
            TableFile.Read("表.csv", new byte[] { 0x81, 0xFF, 0x00, 0x01 })
        );

        Assert.Contains("不是可读的文本", fault.Message, StringComparison.Ordinal);
    }

    private static List<SourceRow> Rows(string text) =>
        [.. TableFile.Read("清单.csv", Encoding.UTF8.GetBytes(text)).Sheets.SelectMany(sheet => sheet.Rows)];
}
