using Analytics.Export;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Tests.Export;

/// <summary>A result as a workbook: looks, notes, what a cell cannot hold.</summary>
public sealed class ResultsWorkbookTests
{
    [Fact]
    public async Task The_head_is_bold_stays_in_view_and_filters()
    {
        using var book = await OpenAsync("select 1 as n, '扎萨克镇' as 单位, 3 as 报送数 union all select 2, '甲', 4");

        var pane = book.Sheet().Descendants<S.Pane>().Single();
        Assert.Equal(["结果", "说明"], book.Names);
        Assert.Equal(1, pane.VerticalSplit!.Value);
        Assert.Equal(S.PaneStateValues.Frozen, pane.State!.Value);
        Assert.Equal("A1:C3", book.Sheet().GetFirstChild<S.AutoFilter>()!.Reference!.Value);
        Assert.Equal("单位", book.Text("B1"));
        Assert.NotNull(book.Font("B1").Bold);
        Assert.Null(book.Font("B2").Bold);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Columns_are_as_wide_as_Chinese_needs()
    {
        using var book = await OpenAsync("select '扎萨克镇人民政府' as a, 'x' as b, repeat('长', 100) as c");

        // Eight characters count sixteen, a tenth more and two: 19.6. The narrowest is 6, the widest 60.
        Assert.Equal(20, book.Width(1));
        Assert.InRange(book.Width(2), 6, 8);
        Assert.Equal(60, book.Width(3));
    }

    [Fact]
    public async Task Numbers_show_their_places_and_text_stays_text_when_edited()
    {
        using var book = await OpenAsync(
            "select 1.5::decimal(9,2) as a, 98::decimal(18,6) as b, 0.5::decimal(18,6) as c, 28 as d, 2.5::double as e, '001' as f, '=1' as g"
        );

        Assert.Equal("0.00", book.NumberFormat("A2"));
        Assert.Equal("0", book.NumberFormat("B2"));
        Assert.Equal("0.######", book.NumberFormat("C2"));
        Assert.Equal("0", book.NumberFormat("D2"));
        Assert.Null(book.Cell("E2").StyleIndex);
        // 49 is the built-in format Text.
        Assert.Equal(49u, book.Style("F2").NumberFormatId!.Value);
        Assert.Equal("001", book.Text("F2"));
        Assert.Equal(49u, book.Style("G2").NumberFormatId!.Value);
        Assert.Equal("=1", book.Text("G2"));
        Assert.Empty(book.Sheet().Descendants<S.CellFormula>());
    }

    [Fact]
    public async Task What_has_more_than_fifteen_digits_is_text()
    {
        using var book = await OpenAsync(
            "select 999999999999999 as a, 1000000000000000 as b, 1.123456789012345::decimal(20,15) as c, 0.123456789012345::decimal(20,15) as d"
        );

        Assert.Equal("999999999999999", book.Number("A2"));
        Assert.Equal("1000000000000000", book.Text("B2"));
        Assert.Equal("1.123456789012345", book.Text("C2"));
        Assert.Equal("0.123456789012345", book.Number("D2"));
    }

    [Fact]
    public async Task Days_and_moments_are_dates()
    {
        using var book = await OpenAsync(
            "select date '2024-12-31' as a, timestamp '2024-12-31 06:00:00' as b, date '1900-02-28' as c, '2024-12-31 06:00:00+08'::timestamptz as d"
        );

        Assert.Equal("45657", book.Number("A2"));
        Assert.Equal("yyyy-mm-dd", book.NumberFormat("A2"));
        Assert.Equal("45657.25", book.Number("B2"));
        Assert.Equal("yyyy-mm-dd hh:mm:ss", book.NumberFormat("B2"));
        Assert.Equal("1900-02-28", book.Text("C2"));
        Assert.Equal("45656.916666666664", book.Number("D2"));
        Assert.Equal("yyyy-mm-dd hh:mm:ss\"Z\"", book.NumberFormat("D2"));
    }

    [Fact]
    public async Task Text_too_long_for_a_cell_is_cut_where_one_sees_it()
    {
        using var book = await OpenAsync("select repeat('长', 32767) as whole, repeat('长', 32768) as cut");

        var cut = book.Text("B2")!;
        Assert.Equal(new string('长', 32_767), book.Text("A2"));
        Assert.Equal(new string('长', 32_761) + "…（已截断）", cut);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Characters_XML_cannot_hold_are_left_out()
    {
        using var book = await OpenAsync(
            @"select 'a' || chr(1) || chr(13) || chr(10) || 'b😀' as t, '_x0041_' as u, ' <&> ' as v"
        );

        Assert.Equal("a\nb😀", book.Text("A2"));
        Assert.Equal("_x005F_x0041_", book.Text("B2"));
        Assert.Equal(" <&> ", book.Text("C2"));
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task The_second_sheet_says_what_the_result_is()
    {
        var result = await ArrowResult.OfAsync("select range as n from range(3)", "rows", rowLimit: 3);
        using var book = new WrittenBook(await result.WorkbookAsync());

        Assert.Equal("# 结果不完整：只有前 3 行（上限 3 行）", book.Text("A5"));
        Assert.Equal("3", book.Number("B2", sheet: 1));
        Assert.Equal("3", book.Number("B3", sheet: 1));
        Assert.Equal("结果不完整：只有前 3 行（上限 3 行）", book.Text("B4", sheet: 1));
        Assert.Equal("12.5", book.Number("B5", sheet: 1));
        Assert.Equal("n", book.Text("A8", sheet: 1));
        Assert.Equal("BIGINT", book.Text("B8", sheet: 1));
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task An_empty_result_is_a_head_alone()
    {
        using var book = await OpenAsync("select 1 as n where false");

        Assert.Single(book.Sheet().Descendants<S.Row>());
        Assert.Equal("完整", book.Text("B4", sheet: 1));
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task More_rows_than_a_sheet_holds_are_refused_before_a_byte_is_written()
    {
        var result = await ArrowResult.OfAsync("select 1 as n");
        using var output = new MemoryStream();

        var fault = await Assert.ThrowsAsync<NotSupportedException>(() =>
            ResultWorkbook.WriteAsync(
                new MemoryStream(result.Arrow),
                result.Info with
                {
                    RowCount = 1_048_576,
                },
                output,
                TestContext.Current.CancellationToken
            )
        );

        Assert.Contains("1048575行", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, output.Length);
    }

    private static async Task<WrittenBook> OpenAsync(string sql) =>
        new(await (await ArrowResult.OfAsync(sql)).WorkbookAsync());
}
