using Analytics.Export;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Tests.Export;

/// <summary>A workbook that was written, opened again by its cells.</summary>
internal sealed class WrittenBook : IDisposable
{
    private readonly SpreadsheetDocument _document;

    internal WrittenBook(params WorkbookSheet[] sheets)
        : this(Workbook.Write(sheets)) { }

    internal WrittenBook(byte[] bytes)
    {
        _document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
    }

    internal IReadOnlyList<S.Sheet> Tabs => _document.WorkbookPart!.Workbook.Sheets!.Elements<S.Sheet>().ToList();

    internal IReadOnlyList<string> Names => Tabs.Select(tab => tab.Name!.Value!).ToList();

    internal IReadOnlyList<S.DefinedName> DefinedNames =>
        _document.WorkbookPart!.Workbook.DefinedNames!.Elements<S.DefinedName>().ToList();

    internal S.Stylesheet Styles => _document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;

    internal CoreFilePropertiesPart? CoreProperties => _document.CoreFilePropertiesPart;

    public void Dispose() => _document.Dispose();

    internal IReadOnlyList<string> Faults() =>
        new OpenXmlValidator(FileFormatVersions.Microsoft365)
            .Validate(_document)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")
            .ToList();

    internal S.Worksheet Sheet(int index = 0) =>
        ((WorksheetPart)_document.WorkbookPart!.GetPartById(Tabs[index].Id!.Value!)).Worksheet;

    internal IReadOnlyList<S.Chartsheet> Chartsheets() =>
        [.. _document.WorkbookPart!.ChartsheetParts.Select(part => part.Chartsheet)];

    /// <summary>The charts in the order of their tabs.</summary>
    internal IReadOnlyList<C.ChartSpace> Charts() =>
        [
            .. Tabs.Select(tab => _document.WorkbookPart!.GetPartById(tab.Id!.Value!))
                .OfType<ChartsheetPart>()
                .Select(part => part.DrawingsPart!.ChartParts.Single().ChartSpace),
        ];

    internal S.Cell Cell(string name, int sheet = 0) =>
        Sheet(sheet).Descendants<S.Cell>().Single(cell => cell.CellReference!.Value == name);

    /// <summary>The digits in the file; null when the cell is empty or holds text.</summary>
    internal string? Number(string name, int sheet = 0)
    {
        var cell = Cell(name, sheet);
        return cell.DataType is null ? cell.CellValue?.Text : null;
    }

    /// <summary>The text in the file; null when the cell is empty or holds a number.</summary>
    internal string? Text(string name, int sheet = 0)
    {
        var cell = Cell(name, sheet);
        return cell.DataType?.Value == S.CellValues.InlineString ? cell.InlineString!.Text!.Text : null;
    }

    internal S.CellFormat Style(string name, int sheet = 0) =>
        Styles.CellFormats!.Elements<S.CellFormat>().ElementAt((int)Cell(name, sheet).StyleIndex!.Value);

    internal S.Font Font(string name) => Styles.Fonts!.Elements<S.Font>().ElementAt((int)Style(name).FontId!.Value);

    /// <summary>The code of the number format, also of the built-in ones in use.</summary>
    internal string NumberFormat(string name)
    {
        var id = Style(name).NumberFormatId!.Value;
        return id switch
        {
            0 => "General",
            1 => "0",
            2 => "0.00",
            _ => Styles
                .NumberingFormats!.Elements<S.NumberingFormat>()
                .Single(format => format.NumberFormatId!.Value == id)
                .FormatCode!.Value!,
        };
    }

    internal double Width(int column, int sheet = 0) =>
        Sheet(sheet).GetFirstChild<S.Columns>()!.Elements<S.Column>().ElementAt(column - 1).Width!.Value;
}
