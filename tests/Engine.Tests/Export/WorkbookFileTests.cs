using System.IO.Compression;
using System.Xml.Linq;
using Analytics.Export;

namespace Analytics.Tests.Export;

public sealed class WorkbookFileTests
{
    private static readonly FileProperties s_properties = new(
        "2024年第四季度 <得分>",
        new DateTime(2025, 1, 8, 9, 30, 5, DateTimeKind.Utc)
    );

    [Fact]
    public async Task The_same_sheets_give_the_same_bytes()
    {
        var first = Workbook.Write([WorkbookLayoutTests.MakeRanking(), Single("x")], s_properties);
        // Zip files state times in steps of two seconds.
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestContext.Current.CancellationToken);
        var second = Workbook.Write([WorkbookLayoutTests.MakeRanking(), Single("x")], s_properties);

        Assert.Equal(first, second);
    }

    [Fact]
    public void The_parts_have_fixed_names_order_and_time()
    {
        using var zip = Open(Workbook.Write([Single("x"), Single("y")], s_properties));

        Assert.Equal(
            [
                "[Content_Types].xml",
                "_rels/.rels",
                "docProps/core.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/styles.xml",
                "xl/workbook.xml",
                "xl/worksheets/sheet1.xml",
                "xl/worksheets/sheet2.xml",
            ],
            zip.Entries.Select(entry => entry.FullName)
        );
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void Title_and_time_of_the_file_are_those_given()
    {
        var bytes = Workbook.Write([Single("x")], s_properties);
        using var book = new WrittenBook(bytes);
        using var stream = book.CoreProperties!.GetStream();
        var root = XDocument.Load(stream).Root!;

        Assert.Equal(
            "2024年第四季度 <得分>",
            root.Elements().Single(element => element.Name.LocalName == "title").Value
        );
        Assert.Equal(
            "2025-01-08T09:30:05Z",
            root.Elements().Single(element => element.Name.LocalName == "created").Value
        );
        Assert.Empty(book.Faults());
    }

    [Fact]
    public void Without_properties_the_file_says_nothing_about_itself()
    {
        using var book = new WrittenBook(Single("x"));

        Assert.Null(book.CoreProperties);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public void The_longest_text_a_cell_holds_is_written_and_one_more_is_refused()
    {
        var longest = new string('长', 32_767);
        using var book = new WrittenBook(Single(longest + "\u0000"));

        var refused = Refusal(Single("好"), Single("短", longest + "长"));

        Assert.Equal(longest, book.Text("A2"));
        Assert.StartsWith("工作表“表 (2)”的单元格A3有32,768个字符，最多32,767个。", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_heads_and_titles_are_refused_too()
    {
        var text = new string('长', 32_768);

        var head = Refusal(new WorkbookSheet("表", [new SheetColumn("甲"), new SheetColumn(text)], []));
        var title = Refusal(Single("x") with { Title = text });

        Assert.StartsWith("工作表“表”的单元格B1有32,768个字符", head, StringComparison.Ordinal);
        Assert.StartsWith("工作表“表”的单元格A1有32,768个字符", title, StringComparison.Ordinal);
    }

    [Fact]
    public void More_rows_than_a_sheet_has_are_refused_before_any_is_read()
    {
        var rows = new UnreadRows(1_048_576);
        var allowedWithoutTitle = new UnreadRows(1_048_575);

        var refused = Refusal(new WorkbookSheet("明细", [new SheetColumn("列")], rows));
        var titled = Refusal(new WorkbookSheet("明细", [new SheetColumn("列")], allowedWithoutTitle) { Title = "题" });

        Assert.StartsWith("工作表“明细”有1,048,576行，除表头外最多1,048,575行", refused, StringComparison.Ordinal);
        Assert.StartsWith("工作表“明细”有1,048,575行，除表头外最多1,048,574行", titled, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData('x', "Char")]
    public void What_no_cell_can_hold_is_refused_by_name(object value, string named)
    {
        var refused = Refusal(Single("x", value));

        Assert.StartsWith($"工作表“表”的单元格A3是{named}，单元格只能放", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_without_shape_are_refused()
    {
        Assert.StartsWith("工作簿至少要有一张工作表。", Refusal(), StringComparison.Ordinal);
        Assert.StartsWith("工作表“表”有0列", Refusal(new WorkbookSheet("表", [], [])), StringComparison.Ordinal);
        Assert.StartsWith(
            "工作表“表”第3行有2个值，应与表头一样有1个。",
            Refusal(
                new WorkbookSheet(
                    "表",
                    [new SheetColumn("列")],
                    [
                        ["a"],
                        ["b", "c"],
                    ]
                )
            ),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "工作表“表”的列“列”宽256，应大于0，不超过255。",
            Refusal(new WorkbookSheet("表", [new SheetColumn("列", CellFormat.Text, 256)], [])),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Columns_after_Z_are_named_on()
    {
        var columns = Enumerable.Range(1, 703).Select(number => new SheetColumn($"{number}")).ToList();
        using var book = new WrittenBook(new WorkbookSheet("宽", columns, []));

        Assert.Equal("26", book.Text("Z1"));
        Assert.Equal("27", book.Text("AA1"));
        Assert.Equal("702", book.Text("ZZ1"));
        Assert.Equal("703", book.Text("AAA1"));
    }

    private static string Refusal(params WorkbookSheet[] sheets) =>
        Assert.Throws<ArgumentException>(() => Workbook.Write(sheets)).Message;

    private static WorkbookSheet Single(params object?[] values) =>
        new("表", [new SheetColumn("列")], values.Select(value => new[] { value }).ToList());

    private static ZipArchive Open(byte[] bytes) => new(new MemoryStream(bytes), ZipArchiveMode.Read);

    /// <summary>Rows that may be counted and never read.</summary>
    private sealed class UnreadRows(int count) : IReadOnlyList<IReadOnlyList<object?>>
    {
        public int Count => count;

        public IReadOnlyList<object?> this[int index] => throw new InvalidOperationException("A row was read.");

        public IEnumerator<IReadOnlyList<object?>> GetEnumerator() =>
            throw new InvalidOperationException("The rows were read.");

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
