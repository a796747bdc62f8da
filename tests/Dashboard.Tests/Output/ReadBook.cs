using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Tests.Output;

/// <summary>A workbook as somebody reads it: sheets by name, cells by the words of their heads.</summary>
internal sealed class ReadBook : IDisposable
{
    private readonly SpreadsheetDocument _document;

    public ReadBook(byte[] bytes) => _document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    public IReadOnlyList<string> Names =>
        [.. _document.WorkbookPart!.Workbook.Sheets!.Elements<S.Sheet>().Select(sheet => sheet.Name!.Value!)];

    /// <summary>The words above the pages of each tab; null where there are none.</summary>
    public IReadOnlyList<string?> Headers =>
        [
            .. _document
                .WorkbookPart!.Workbook.Sheets!.Elements<S.Sheet>()
                .Select(sheet => _document.WorkbookPart!.GetPartById(sheet.Id!.Value!).RootElement!)
                .Select(root => root.Descendants<S.OddHeader>().SingleOrDefault()?.Text),
        ];

    public void Dispose() => _document.Dispose();

    public IReadOnlyList<string> Faults() =>
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(_document)
                .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"),
        ];

    /// <summary>The rows below the head, each by the words of the head; empty cells are left out.</summary>
    /// <param name="name">The sheet.</param>
    /// <param name="headRow">The row of the head.</param>
    public IReadOnlyList<Dictionary<string, string>> Rows(string name, int headRow = 2)
    {
        var tab = _document
            .WorkbookPart!.Workbook.Sheets!.Elements<S.Sheet>()
            .Single(sheet => sheet.Name!.Value == name);
        var rows = ((WorksheetPart)_document.WorkbookPart!.GetPartById(tab.Id!.Value!))
            .Worksheet.Descendants<S.Row>()
            .ToList();
        var heads = rows[headRow - 1].Elements<S.Cell>().Select(TextOf).ToList();
        return
        [
            .. rows.Skip(headRow)
                .Select(row =>
                    row.Elements<S.Cell>()
                        .Select((cell, column) => (Head: heads[column]!, Text: TextOf(cell)))
                        .Where(cell => cell.Text is not null)
                        .ToDictionary(cell => cell.Head, cell => cell.Text!, StringComparer.Ordinal)
                ),
        ];
    }

    public static decimal? Number(Dictionary<string, string> row, string head) =>
        row.TryGetValue(head, out var text)
            ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;

    private static string? TextOf(S.Cell cell) =>
        cell.DataType?.Value == S.CellValues.InlineString ? cell.InlineString!.Text!.Text : cell.CellValue?.Text;
}
