using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Tests.Sources.Tables;

/// <summary>Makes .xlsx files with the marks of real ones: merged cells, formats, formulas, hidden sheets.</summary>
internal static class TestWorkbook
{
    // The places of the cell formats below.
    private const uint DateStyle = 1;
    private const uint PercentStyle = 2;
    private const uint FinePercentStyle = 3;
    private const uint ChineseDateStyle = 4;
    private const uint TimeStyle = 5;
    private const uint EastAsianStyle = 6;

    /// <summary>A workbook.</summary>
    public static byte[] Of(params ReadOnlySpan<TestSheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            uint id = 0;
            foreach (var sheet in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Worksheet(sheet);
                id++;
                book.Workbook.Sheets!.AppendChild(
                    new Sheet
                    {
                        Name = sheet.Name,
                        SheetId = id,
                        Id = book.GetIdOfPart(part),
                        State = sheet.State,
                    }
                );
            }
        }

        return stream.ToArray();
    }

    private static Worksheet Worksheet(TestSheet sheet)
    {
        var data = new SheetData();
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            if (sheet.Rows[row].Length == 0)
            {
                continue;
            }

            var cells = new Row { RowIndex = (uint)row + 1, Hidden = sheet.HiddenRows.Contains(row + 1) };
            for (var column = 0; column < sheet.Rows[row].Length; column++)
            {
                if (Cell(sheet.Rows[row][column]) is { } cell)
                {
                    cell.CellReference = Reference(column) + (row + 1).ToString(CultureInfo.InvariantCulture);
                    cells.AppendChild(cell);
                }
            }

            data.AppendChild(cells);
        }

        var worksheet = new Worksheet(data);
        if (sheet.Merged.Count > 0)
        {
            worksheet.AppendChild(new MergeCells(sheet.Merged.Select(range => new MergeCell { Reference = range })));
        }

        return worksheet;
    }

    private static Cell? Cell(object? value) =>
        value switch
        {
            null => null,
            string text => new Cell
            {
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
            },
            bool truth => new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(truth ? "1" : "0") },
            int number => new Cell { CellValue = new CellValue(number) },
            double number => new Cell { CellValue = new CellValue(number) },
            DateTime day => new Cell
            {
                CellValue = new CellValue(day.ToOADate()),
                StyleIndex = day.TimeOfDay == TimeSpan.Zero ? DateStyle : TimeStyle,
            },
            Percent percent => new Cell
            {
                CellValue = new CellValue(percent.Share),
                StyleIndex = percent.IsFine ? FinePercentStyle : PercentStyle,
            },
            ChineseDay day => new Cell
            {
                CellValue = new CellValue(day.Day.ToOADate()),
                StyleIndex = day.IsBuiltIn ? EastAsianStyle : ChineseDateStyle,
            },
            Formula formula => new Cell
            {
                CellFormula = new CellFormula(formula.Text),
                CellValue = new CellValue(formula.Cached),
            },
            Fault fault => new Cell { DataType = CellValues.Error, CellValue = new CellValue(fault.Code) },
            RichText rich => new Cell
            {
                DataType = CellValues.InlineString,
                InlineString = new InlineString(rich.Runs.Select(run => new Run(new Text(run)))),
            },
            _ => throw new ArgumentException("No cell is made of this.", nameof(value)),
        };

    private static string Reference(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Reference((column / 26) - 1) + (char)('A' + (column % 26));

    private static Stylesheet Styles() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy\"年\"m\"月\"d\"日\";@" },
                new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy-mm-dd hh:mm" }
            ),
            new Fonts(new Font()),
            new Fills(new Fill()),
            new Borders(new Border()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 9, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 10, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 31, ApplyNumberFormat = true }
            )
        );
}

/// <summary>A sheet to make; a row of the list is a row of the sheet.</summary>
internal sealed record TestSheet(string Name, List<object?[]> Rows)
{
    public List<string> Merged { get; init; } = [];

    public SheetStateValues State { get; init; } = SheetStateValues.Visible;

    public List<int> HiddenRows { get; init; } = [];
}

/// <summary>A share shown as 54% or, finely, as 53.85%.</summary>
internal sealed record Percent(double Share, bool IsFine = false);

/// <summary>A day in the format 2024年12月5日: spelled out, or as the built-in format that files only number.</summary>
internal sealed record ChineseDay(DateTime Day, bool IsBuiltIn = false);

/// <summary>A formula and the value that was saved with it.</summary>
internal sealed record Formula(string Text, double Cached);

/// <summary>An error value.</summary>
internal sealed record Fault(string Code);

/// <summary>A text of several runs.</summary>
internal sealed record RichText(params string[] Runs);
