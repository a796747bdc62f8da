using Analytics.Export;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Tests.Export;

public sealed class WorkbookLayoutTests
{
    [Fact]
    public void A_full_sheet_has_no_faults_and_every_cell_in_its_place()
    {
        using var book = new WrittenBook(MakeRanking());

        Assert.Empty(book.Faults());
        Assert.Equal("2024年第四季度得分", book.Text("A1"));
        Assert.Equal(
            ["名次", "单位", "得分", "采用率", "环比", "截止"],
            "ABCDEF".Select(letter => book.Text(letter + "2"))
        );
        Assert.Equal("1", book.Number("A3"));
        Assert.Equal("扎萨克镇", book.Text("B3"));
        Assert.Equal("98.5", book.Number("C3"));
        Assert.Equal("0.538461", book.Number("D3"));
        Assert.Equal("6.2", book.Number("E3"));
        Assert.Equal("45657", book.Number("F3"));
        Assert.Equal("2", book.Number("A4"));
        Assert.Null(book.Number("D4"));
        Assert.Equal("A1:F4", book.Sheet().SheetDimension!.Reference!.Value);
    }

    [Fact]
    public void The_head_is_bold_filled_and_framed_in_a_Chinese_font()
    {
        using var book = new WrittenBook(MakeRanking());

        var head = book.Style("A2");
        var fill = book.Styles.Fills!.Elements<S.Fill>().ElementAt((int)head.FillId!.Value).PatternFill!;
        var border = book.Styles.Borders!.Elements<S.Border>().ElementAt((int)head.BorderId!.Value);
        Assert.NotNull(book.Font("A2").Bold);
        Assert.Equal("等线", book.Font("A2").FontName!.Val!.Value);
        Assert.Equal(S.PatternValues.Solid, fill.PatternType!.Value);
        Assert.Equal(S.BorderStyleValues.Thin, border.BottomBorder!.Style!.Value);
        Assert.Null(book.Font("B3").Bold);
        Assert.Equal("等线", book.Font("B3").FontName!.Val!.Value);
        Assert.Equal(11, book.Font("B3").FontSize!.Val!.Value);
    }

    [Fact]
    public void Title_and_head_stay_in_sight_and_the_filter_sits_on_the_head()
    {
        using var book = new WrittenBook(MakeRanking(), MakeNarrow() with { Name = "窄" });

        var pane = book.Sheet().Descendants<S.Pane>().Single();
        Assert.Equal(2, pane.VerticalSplit!.Value);
        Assert.Null(pane.HorizontalSplit);
        Assert.Equal("A3", pane.TopLeftCell!.Value);
        Assert.Equal(S.PaneStateValues.Frozen, pane.State!.Value);
        Assert.Equal("A2:F4", book.Sheet().GetFirstChild<S.AutoFilter>()!.Reference!.Value);
        Assert.Equal("A1:F1", book.Sheet().Descendants<S.MergeCell>().Single().Reference!.Value);
        Assert.Equal(1, book.Sheet(1).Descendants<S.Pane>().Single().VerticalSplit!.Value);
        Assert.Equal("A1:A2", book.Sheet(1).GetFirstChild<S.AutoFilter>()!.Reference!.Value);
        Assert.Empty(book.Sheet(1).Descendants<S.MergeCell>());
    }

    [Fact]
    public void The_head_is_printed_on_every_page_and_the_filter_is_known_by_name()
    {
        using var book = new WrittenBook(MakeRanking(), MakeNarrow() with { Name = "it's" });

        Assert.Equal(
            [
                "0 _xlnm._FilterDatabase '得分'!$A$2:$F$4",
                "0 _xlnm.Print_Titles '得分'!$2:$2",
                "1 _xlnm._FilterDatabase 'it''s'!$A$1:$A$2",
                "1 _xlnm.Print_Titles 'it''s'!$1:$1",
            ],
            book.DefinedNames.Select(name => $"{name.LocalSheetId} {name.Name} {name.Text}")
        );
    }

    [Fact]
    public void Wide_sheets_are_printed_across_and_narrow_ones_upright_each_one_page_wide()
    {
        var columns = Enumerable.Range(1, 30).Select(number => new SheetColumn($"指标{number}")).ToList();
        using var book = new WrittenBook(MakeNarrow(), new WorkbookSheet("宽", columns, []));

        var upright = book.Sheet().GetFirstChild<S.PageSetup>()!;
        var across = book.Sheet(1).GetFirstChild<S.PageSetup>()!;
        Assert.Equal(S.OrientationValues.Portrait, upright.Orientation!.Value);
        Assert.Equal(S.OrientationValues.Landscape, across.Orientation!.Value);
        Assert.All(
            [upright, across],
            page => Assert.Equal((9u, 1u, 0u), (page.PaperSize!.Value, page.FitToWidth!.Value, page.FitToHeight!.Value))
        );
        Assert.True(book.Sheet().SheetProperties!.PageSetupProperties!.FitToPage!.Value);
        Assert.Equal("&C第 &P 页，共 &N 页", book.Sheet().GetFirstChild<S.HeaderFooter>()!.OddFooter!.Text);
        Assert.Equal("A1:AD1", book.Sheet(1).GetFirstChild<S.AutoFilter>()!.Reference!.Value);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public void Columns_are_as_wide_as_Chinese_text_needs_up_to_sixty()
    {
        using var book = new WrittenBook(
            new WorkbookSheet(
                "宽度",
                [
                    new SheetColumn("甲"),
                    new SheetColumn("乙"),
                    new SheetColumn("丙"),
                    new SheetColumn("丁", CellFormat.Text, 12.5),
                    new SheetColumn("戊", CellFormat.Percent),
                    new SheetColumn("己己己己己"),
                ],
                [
                    ["伊金霍洛旗人民政府", "abcdefghi", new string('长', 40), "短", 0.5384615384m, null],
                    ["伊金霍洛旗", "abc", "短", new string('长', 10), null, null],
                ]
            )
        );

        // Nine characters are 18 units: 18 * 1.1 + 2 = 21.8.
        Assert.Equal(22, book.Width(1));
        // 9 * 1.1 + 2 = 11.9.
        Assert.Equal(12, book.Width(2));
        Assert.Equal(60, book.Width(3));
        Assert.Equal(12.5, book.Width(4));
        // 53.8% has five characters; one more for 100.0%: 6 * 1.1 + 2 = 8.6.
        Assert.Equal(9, book.Width(5));
        // 10 * 1.1 + 2 = 13, and 3 for the filter's button.
        Assert.Equal(16, book.Width(6));
        Assert.Null(book.Style("A2").Alignment!.WrapText);
        Assert.True(book.Style("C2").Alignment!.WrapText?.Value);
        Assert.Null(book.Style("C3").Alignment!.WrapText);
        Assert.Null(book.Style("D2").Alignment!.WrapText);
        Assert.True(book.Style("D3").Alignment!.WrapText?.Value);
    }

    [Fact]
    public void A_title_longer_than_the_table_gets_the_lines_it_needs()
    {
        using var book = new WrittenBook(MakeRanking() with { Title = new string('题', 100) }, MakeRanking());

        Assert.True(
            book.Sheet().Descendants<S.Row>().First().Height! > book.Sheet(1).Descendants<S.Row>().First().Height!
        );
        Assert.Equal(24, book.Sheet(1).Descendants<S.Row>().First().Height!.Value);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("")]
    [InlineData(null)]
    public void A_blank_title_is_none(string? title)
    {
        using var book = new WrittenBook(MakeNarrow() with { Title = title });

        Assert.Equal("单位", book.Text("A1"));
    }

    [Fact]
    public void A_sheet_without_rows_is_a_head()
    {
        using var book = new WrittenBook(MakeNarrow() with { Rows = [] });

        Assert.Equal("单位", book.Text("A1"));
        Assert.Single(book.Sheet().Descendants<S.Row>());
        Assert.Empty(book.Faults());
    }

    internal static WorkbookSheet MakeRanking() =>
        new(
            "得分",
            [
                new SheetColumn("名次", CellFormat.Integer),
                new SheetColumn("单位"),
                new SheetColumn("得分", CellFormat.Score),
                new SheetColumn("采用率", CellFormat.Percent),
                new SheetColumn("环比", CellFormat.Points),
                new SheetColumn("截止", CellFormat.Date),
            ],
            [
                [1L, "扎萨克镇", 98.50m, 0.538461m, 6.2m, new DateOnly(2024, 12, 31)],
                [2L, "阿勒腾席热镇", 95.625m, null, -1.5, new DateOnly(2024, 12, 31)],
            ]
        )
        {
            Title = "2024年第四季度得分",
        };

    private static WorkbookSheet MakeNarrow() =>
        new(
            "窄表",
            [new SheetColumn("单位")],
            [
                ["扎萨克镇"],
            ]
        );
}
