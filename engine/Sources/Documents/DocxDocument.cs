using Analytics.Domain;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Sources.Documents;

/// <summary>Word documents (.docx): paragraphs and tables of the body as a person sees them, revisions accepted.</summary>
/// <remarks>Headers, footers, notes, comments, hidden text and the numbers that Word makes itself (自动编号) are left out.</remarks>
internal sealed class DocxDocument
{
    private readonly DocumentLines _lines;
    private int _paragraphs;
    private int _tables;
    private string _unfinished = "";

    private DocxDocument(DocumentLines lines) => _lines = lines;

    /// <summary>Reads the text; places are 第N段 for paragraphs with text and 表N第M行 for rows.</summary>
    /// <exception cref="NoticeFormatException">The file is damaged or has no text.</exception>
    public static SourceText Read(string fileName, ReadOnlyMemory<byte> bytes)
    {
        var lines = new DocumentLines(fileName);
        try
        {
            using var stream = ArchiveGuard.AsStream(bytes);
            using var document = WordprocessingDocument.Open(
                stream,
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = ArchiveGuard.MaxEntryBytes }
            );
            if (document.MainDocumentPart?.Document?.Body is { } body)
            {
                var reader = new DocxDocument(lines);
                reader.ReadBlocks(body, null);
                reader.AddParagraph("", null);
            }
        }
        catch (Exception fault)
            when (fault
                    is OpenXmlPackageException
                        or FileFormatException
                        or System.Xml.XmlException
                        or InvalidDataException
                        or InvalidOperationException
            )
        {
            throw new NoticeFormatException(
                $"文件“{fileName}”的 Word 结构已损坏，读不出正文。请用 Word 或 WPS 打开（可选“打开并修复”），另存为 .docx 后再读取。",
                fault
            );
        }

        return lines.ToSource(bytes, "docx");
    }

    /// <summary>Paragraphs and tables in order; in a cell they have the place of its row.</summary>
    private void ReadBlocks(OpenXmlElement parent, string? place)
    {
        foreach (var block in DocxTree.Of<OpenXmlElement>(parent, static e => e is Paragraph or Table))
        {
            if (block is Paragraph paragraph)
            {
                ReadParagraph(paragraph, place);
            }
            else
            {
                ReadTable((Table)block, place);
            }
        }
    }

    private void ReadParagraph(Paragraph paragraph, string? place)
    {
        var (text, boxes) = DocxRuns.Read(paragraph);

        // A deleted paragraph mark joins the paragraph with the next one.
        if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is not null)
        {
            _unfinished += text;
        }
        else
        {
            AddParagraph(text, place);
        }

        foreach (var box in boxes)
        {
            ReadBlocks(box, place);
        }
    }

    private void AddParagraph(string text, string? place)
    {
        var whole = _unfinished + text;
        _unfinished = "";
        if (string.IsNullOrWhiteSpace(whole))
        {
            return;
        }

        _lines.Add(whole, place ?? $"第{++_paragraphs}段");
    }

    private void ReadTable(Table table, string? place)
    {
        var number = place is null ? ++_tables : 0;
        var row = 0;
        foreach (var tableRow in DocxTree.Of<TableRow>(table, static e => e is TableRow))
        {
            row++;
            if (tableRow.TableRowProperties?.GetFirstChild<Deleted>() is not null)
            {
                continue;
            }

            var location = place ?? $"表{number}第{row}行";
            var cells = DocxTree.Of<TableCell>(tableRow, static e => e is TableCell).ToList();
            if (cells.Count == 1)
            {
                // A frame around text, or a title over the whole width.
                ReadBlocks(cells[0], location);
                continue;
            }

            _lines.AddRow(Cells(tableRow, cells), location);
        }
    }

    private static List<string> Cells(TableRow row, List<TableCell> cells)
    {
        var texts = new List<string>(cells.Count);
        Pad(texts, row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0);
        foreach (var cell in cells)
        {
            var merge = cell.TableCellProperties?.VerticalMerge;
            var isContinued = merge is not null && merge.Val?.Value != MergedCellValues.Restart;
            texts.Add(isContinued ? "" : CellText(cell));
            Pad(texts, (cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1) - 1);
        }

        return texts;
    }

    // Word itself allows 63 columns; columns that a merged cell covers stay, so that those behind keep their heading.
    private static void Pad(List<string> cells, int count) =>
        cells.AddRange(Enumerable.Repeat("", Math.Clamp(count, 0, 63)));

    private static string CellText(OpenXmlElement cell)
    {
        var parts = new List<string>();
        foreach (var block in DocxTree.Of<OpenXmlElement>(cell, static e => e is Paragraph or Table))
        {
            if (block is Paragraph paragraph)
            {
                var (text, boxes) = DocxRuns.Read(paragraph);
                parts.Add(text);
                parts.AddRange(boxes.Select(CellText));
                continue;
            }

            parts.AddRange(
                DocxTree
                    .Of<TableRow>(block, static e => e is TableRow)
                    .SelectMany(row => DocxTree.Of<TableCell>(row, static e => e is TableCell))
                    .Select(CellText)
            );
        }

        return string.Join('\n', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}
