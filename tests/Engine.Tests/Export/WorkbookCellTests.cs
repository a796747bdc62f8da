using Analytics.Export;

namespace Analytics.Tests.Export;

public sealed class WorkbookCellTests
{
    public static TheoryData<object, CellFormat, string, string> Numbers { get; } =
        new()
        {
            { 28, CellFormat.Integer, "28", "0" },
            { -7, CellFormat.Text, "-7", "General" },
            { 9_007_199_254_740_993L, CellFormat.Integer, "9007199254740993", "0" },
            { ulong.MaxValue, CellFormat.Integer, "18446744073709551615", "0" },
            { (byte)3, CellFormat.Integer, "3", "0" },
            { 95.625000m, CellFormat.Score, "95.625", "0.00" },
            { 100.00m, CellFormat.Score, "100", "0.00" },
            { 100m, CellFormat.Score, "100", "0.00" },
            { -0.0m, CellFormat.Score, "0", "0.00" },
            // 29 digits: a double would keep 17 of them.
            { 0.1234567890123456789012345678m, CellFormat.Plain, "0.1234567890123456789012345678", "0.######" },
            { 0.0000001m, CellFormat.Points, "0.0000001", "+0.0;-0.0;0.0" },
            { 5m, CellFormat.Plain, "5", "0" },
            { 5.50m, CellFormat.Plain, "5.5", "0.######" },
            { 5.0000001m, CellFormat.Plain, "5.0000001", "0" },
            { 95.625, CellFormat.Plain, "95.625", "0.######" },
            { 3.0, CellFormat.Plain, "3", "0" },
            { 2.9999999, CellFormat.Plain, "2.9999999", "0" },
            { 0.1 + 0.2, CellFormat.Plain, "0.30000000000000004", "0.######" },
            { -0.0, CellFormat.Plain, "0", "0" },
            { 1e300, CellFormat.Plain, "1E+300", "0" },
            { 0.538461m, CellFormat.Percent, "0.538461", "0.0%" },
            { -1.5m, CellFormat.Points, "-1.5", "+0.0;-0.0;0.0" },
            { 12, CellFormat.Date, "12", "General" },
        };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_keeps_every_digit_and_shows_as_its_column_says(
        object value,
        CellFormat format,
        string digits,
        string code
    )
    {
        using var book = Write(format, value);

        Assert.Equal(digits, book.Number("A2"));
        Assert.Equal(code, book.NumberFormat("A2"));
    }

    [Fact]
    public void A_column_of_whole_numbers_takes_the_digits_of_other_cultures_from_nobody()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
        try
        {
            using var book = Write(CellFormat.Score, 1234.5m, 0.25);

            Assert.Equal("1234.5", book.Number("A2"));
            Assert.Equal("0.25", book.Number("A3"));
            Assert.Empty(book.Faults());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Dates_are_day_numbers_in_whatever_column()
    {
        using var book = Write(
            CellFormat.Date,
            new DateOnly(2024, 12, 31),
            new DateTime(2024, 12, 31, 0, 0, 0, DateTimeKind.Utc),
            new DateTime(2024, 12, 31, 18, 0, 0, DateTimeKind.Unspecified),
            new DateOnly(1900, 3, 1)
        );
        using var text = Write(CellFormat.Text, new DateOnly(2024, 12, 31));

        // 45,658 is 2025-01-01 in every table of day numbers.
        Assert.Equal("45657", book.Number("A2"));
        Assert.Equal("45657", book.Number("A3"));
        Assert.Equal("45657.75", book.Number("A4"));
        Assert.Equal("61", book.Number("A5"));
        Assert.Equal("yyyy\\-mm\\-dd", book.NumberFormat("A2"));
        Assert.Equal("yyyy\\-mm\\-dd\\ hh:mm", book.NumberFormat("A4"));
        Assert.Equal("45657", text.Number("A2"));
        Assert.Equal("yyyy\\-mm\\-dd", text.NumberFormat("A2"));
    }

    [Fact]
    public void Days_on_which_programs_disagree_are_text()
    {
        using var book = Write(
            CellFormat.Date,
            new DateOnly(1900, 2, 28),
            new DateTime(1899, 1, 2, 3, 4, 0, DateTimeKind.Unspecified)
        );

        Assert.Equal("1900-02-28", book.Text("A2"));
        Assert.Equal("1899-01-02 03:04", book.Text("A3"));
    }

    [Fact]
    public void Null_is_an_empty_cell_with_the_look_of_its_column()
    {
        using var book = Write(CellFormat.Score, [null]);

        Assert.Null(book.Cell("A2").CellValue);
        Assert.Null(book.Cell("A2").InlineString);
        Assert.Null(book.Cell("A2").DataType);
        Assert.Equal("0.00", book.NumberFormat("A2"));
    }

    [Fact]
    public void Yes_and_no_are_Chinese_words()
    {
        using var book = Write(CellFormat.Text, true, false);

        Assert.Equal("是", book.Text("A2"));
        Assert.Equal("否", book.Text("A3"));
    }

    [Fact]
    public void Text_in_a_column_of_numbers_stays_text()
    {
        using var book = Write(CellFormat.Score, "未考核", "95.5");

        Assert.Equal("未考核", book.Text("A2"));
        Assert.Equal("95.5", book.Text("A3"));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=cmd|'/c calc'!A1")]
    [InlineData("+86 477")]
    [InlineData("-未报")]
    [InlineData("@sum")]
    [InlineData("  =1+1")]
    [InlineData("\t=1+1")]
    [InlineData("'quoted")]
    public void What_looks_like_a_formula_stays_text_even_when_edited(string text)
    {
        using var book = Write(CellFormat.Text, text);

        Assert.Equal(text, book.Text("A2"));
        Assert.Null(book.Cell("A2").CellFormula);
        Assert.True(book.Style("A2").QuotePrefix?.Value);
        Assert.Empty(book.Faults());
    }

    [Theory]
    [InlineData("  前后有空格  ", "  前后有空格  ")]
    [InlineData("笑脸😀和𠮷", "笑脸😀和𠮷")]
    [InlineData("a\u0000b\u0008c\u001Fd\u000Be", "abcde")]
    [InlineData("<b>&amp;\"'</b>]]>", "<b>&amp;\"'</b>]]>")]
    [InlineData("一\r\n二\r三\n四", "一\n二\n三\n四")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("_x0041_x0042_", "_x005F_x0041_x005F_x0042_")]
    [InlineData("max_x_y", "max_x_y")]
    [InlineData("", "")]
    public void Hostile_text_arrives_as_it_was_but_for_what_no_file_can_hold(string text, string stored)
    {
        using var book = Write(CellFormat.Text, text);

        Assert.Equal(stored, book.Text("A2"));
        // White space at the ends or a line end would be lost without it.
        Assert.Equal(
            stored.Trim() != stored || stored.Contains('\n', StringComparison.Ordinal) ? "preserve" : null,
            book.Cell("A2").InlineString!.Text!.Space?.InnerText
        );
        Assert.Null(book.Style("A2").QuotePrefix);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public void Halves_of_characters_are_removed()
    {
        // Not an InlineData: the test runner repairs such text on its way.
        using var book = Write(CellFormat.Text, "孤\uD83D立\uDE00字\uFFFE\uFFFF");

        Assert.Equal("孤立字", book.Text("A2"));
        Assert.Empty(book.Faults());
    }

    [Fact]
    public void Hostile_text_is_harmless_in_head_title_and_name()
    {
        using var book = new WrittenBook(
            new WorkbookSheet(
                "=1+1\u0001",
                [new SheetColumn("=2+2\u0000"), new SheetColumn("<头>")],
                [
                    ["a", "b"],
                ]
            )
            {
                Title = "=3+3\u0007",
            }
        );

        Assert.Equal("=1+1", book.Names[0]);
        Assert.Equal("=3+3", book.Text("A1"));
        Assert.Equal("=2+2", book.Text("A2"));
        Assert.Equal("<头>", book.Text("B2"));
        Assert.Empty(book.Faults());
    }

    [Fact]
    public void Lines_within_a_cell_are_wrapped()
    {
        using var book = Write(CellFormat.Text, "一\n二", "一二", "=1\n2");

        Assert.True(book.Style("A2").Alignment!.WrapText?.Value);
        Assert.Null(book.Style("A3").Alignment!.WrapText);
        Assert.True(book.Style("A4").Alignment!.WrapText?.Value);
        Assert.True(book.Style("A4").QuotePrefix?.Value);
    }

    [Fact]
    public void A_row_is_as_high_as_its_longest_cell_needs()
    {
        // 100 characters need 100 * 2 * 1.1 + 2 = 222 of a column that is 60 wide: four lines of 16 points.
        using var book = Write(CellFormat.Text, "一\n二\n三", "一", new string('长', 100), new string('\n', 100));

        var heights = book.Sheet()
            .Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>()
            .Select(row => row.Height?.Value);
        Assert.Equal([null, 48, null, 64, 409], heights);
    }

    private static WrittenBook Write(CellFormat format, params object?[] values) =>
        new(new WorkbookSheet("表", [new SheetColumn("列", format)], values.Select(value => new[] { value }).ToList()));
}
