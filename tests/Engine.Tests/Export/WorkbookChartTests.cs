using Analytics.Export;
using DocumentFormat.OpenXml.Packaging;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Tests.Export;

/// <summary>Charts of the program's own, formulas, words above every page, rows that stream, and the seal.</summary>
public sealed class WorkbookChartTests
{
    private static readonly WorkbookSheet s_scores = new(
        "得分 '甲'",
        [new SheetColumn("单位"), new SheetColumn("得分", CellFormat.Score), new SheetColumn("合计", CellFormat.Score)],
        [
            ["札萨克镇", 98.5m, new CellFormula("SUM(B3:B4)", 98.5m)],
            ["红庆河镇", null, new CellFormula("IF(1<2,\"无\",0)", null)],
        ]
    )
    {
        Title = "得分",
    };

    [Fact]
    public void A_chart_is_bound_to_the_cells_and_holds_their_values()
    {
        var bar = new WorkbookChart("图", "得分 & 名次", WorkbookChartKind.Bar, s_scores, 0, [1]);
        var line = new WorkbookChart("线", "走势", WorkbookChartKind.Line, s_scores, 0, [1, 2]);
        using var book = new WrittenBook(Workbook.Write([s_scores, bar, line]));

        var parts = book.Charts();
        Assert.Equal(["得分 '甲", "图", "线"], book.Names);
        Assert.Equal(2, parts.Count);
        var series = Assert.Single(parts[0].Descendants<C.BarChartSeries>());
        Assert.Equal(
            "'得分 ''甲'!$A$3:$A$4",
            series.Descendants<C.CategoryAxisData>().Single().Descendants<C.Formula>().Single().Text
        );
        Assert.Equal(
            "'得分 ''甲'!$B$3:$B$4",
            series.Descendants<C.Values>().Single().Descendants<C.Formula>().Single().Text
        );
        // The row without a score has no point: a gap, not a bar of nothing.
        Assert.Equal(["98.5"], series.Descendants<C.NumericPoint>().Select(point => point.InnerText));
        Assert.Equal(
            ["札萨克镇", "红庆河镇"],
            series
                .Descendants<C.CategoryAxisData>()
                .Single()
                .Descendants<C.StringPoint>()
                .Select(point => point.InnerText)
        );
        Assert.Equal(1, parts[0].Descendants<C.TickLabelSkip>().Single().Val!.Value);
        Assert.Empty(parts[0].Descendants<C.Legend>());
        Assert.Equal(2, parts[1].Descendants<C.LineChartSeries>().Count());
        Assert.Single(parts[1].Descendants<C.Legend>());
        Assert.Equal(C.DisplayBlanksAsValues.Gap, parts[1].Descendants<C.DisplayBlanksAs>().Single().Val!.Value);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public void A_chart_whose_sheet_is_not_there_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            Workbook.Write([
                s_scores with
                {
                    Name = "别的",
                },
                new WorkbookChart("图", "得分", WorkbookChartKind.Bar, s_scores, 0, [1]),
            ])
        );

    [Fact]
    public void A_formula_stands_beside_the_value_it_comes_to()
    {
        using var book = new WrittenBook(s_scores);

        Assert.Equal("SUM(B3:B4)", book.Cell("C3").CellFormula!.Text);
        Assert.Equal("98.5", book.Number("C3"));
        Assert.Equal("IF(1<2,\"无\",0)", book.Cell("C4").CellFormula!.Text);
        Assert.Null(book.Number("C4"));
        Assert.Equal("0.00", book.NumberFormat("C3"));
        Assert.Empty(book.Faults());
    }

    [Fact]
    public void Words_stand_above_every_page_of_every_tab()
    {
        const string Words = "草稿：有 1 处出入 & 未发布";
        var chart = new WorkbookChart("图", "得分", WorkbookChartKind.Bar, s_scores, 0, [1]);
        var properties = new FileProperties("得分", DateTime.UnixEpoch) { PageHeader = Words };
        using var book = new WrittenBook(Workbook.Write([s_scores, chart], properties));

        Assert.All(
            (S.HeaderFooter[])
                [
                    book.Sheet().Descendants<S.HeaderFooter>().Single(),
                    book.Chartsheets().Single().Descendants<S.HeaderFooter>().Single(),
                ],
            words => Assert.EndsWith("草稿：有 1 处出入 && 未发布", words.OddHeader!.Text, StringComparison.Ordinal)
        );
        Assert.Empty(book.Faults());
    }

    [Fact]
    public void Rows_are_gone_through_as_they_are_written()
    {
        var rows = new CountedRows(5_000);
        using var book = new WrittenBook(new WorkbookSheet("长", [new SheetColumn("序号", CellFormat.Integer)], rows));

        Assert.Equal(5_001, book.Sheet().Descendants<S.Row>().Count());
        Assert.Equal("4999", book.Number("A5001"));
        // Once for the rows, and the first thousand for the widths.
        Assert.InRange(rows.Given, 5_000, 6_001);
    }

    [Fact]
    public void A_seal_tells_whether_the_file_is_as_it_was_made()
    {
        string? hash = null;
        var bytes = Workbook.Write(
            [s_scores],
            manifest: content =>
            {
                hash = content;
                return $"{{\"<名>\":\"{content}\"}}";
            }
        );

        var read = Seal.Read(new MemoryStream(bytes));
        using var book = new WrittenBook(bytes);

        Assert.Equal($"{{\"<名>\":\"{hash}\"}}", read.Manifest);
        Assert.Equal(hash, read.ContentSha256);
        Assert.Empty(book.Faults());
        Assert.NotEqual(hash, Seal.Read(new MemoryStream(Edited(bytes))).ContentSha256);
        Assert.Null(Seal.Read(new MemoryStream(Workbook.Write([s_scores]))).Manifest);
        Assert.Throws<InvalidDataException>(() => Seal.Read(new MemoryStream([1, 2, 3])));
    }

    // As somebody would in the program: another score, everything else as it was.
    private static byte[] Edited(byte[] bytes)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<S.CellValue>().First().Text = "99.5";
        }

        return stream.ToArray();
    }

    private sealed class CountedRows(int count) : IReadOnlyCollection<IReadOnlyList<object?>>
    {
        public int Given { get; private set; }

        public int Count => count;

        public IEnumerator<IReadOnlyList<object?>> GetEnumerator()
        {
            for (var row = 0; row < count; row++)
            {
                Given++;
                yield return [row];
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
