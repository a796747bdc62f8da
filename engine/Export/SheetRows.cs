using System.Text;

namespace Analytics.Export;

/// <summary>The rows of a sheet as XML, written straight into the zip: as a tree, or through OpenXml's writer, 200,000 of them take too long.</summary>
/// <param name="layout">The sheet.</param>
internal sealed class SheetRows(SheetLayout layout)
{
    private const double TitleLineHeight = 24;
    private const double MaxRowHeight = 409;

    // The title's letters are 14 points high, the others 11.
    private const double TitleStretch = 14.0 / 11;

    private readonly byte[][] _letters =
    [
        .. Enumerable.Range(1, layout.Columns.Count).Select(column => Encoding.UTF8.GetBytes(CellName.Column(column))),
    ];

    // Text of so few characters stands on one line, were all of them Chinese.
    private readonly int[] _short = [.. layout.Widths.Select(SheetLayout.WideCharactersIn)];

    private readonly CellContent[] _cells = new CellContent[layout.Columns.Count];

    /// <summary>Writes title, head and rows.</summary>
    /// <returns>What cannot be written, in Chinese with its cell; null when all was.</returns>
    internal string? TryWrite(Stream output)
    {
        using var to = new ResultBuffer();
        // Without a prefix on every element; there are millions.
        to.Add("<sheetData xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
        if (layout.Title is { } title)
        {
            WriteTitle(to, title);
        }

        for (var c = 0; c < _cells.Length; c++)
        {
            _cells[c] = new CellContent(CellText.Clean(layout.Columns[c].Title), IsText: true, CellStyle.Head);
        }

        WriteRow(to, layout.HeadRow);
        var row = layout.HeadRow;
        foreach (var values in layout.Sheet.Rows)
        {
            row++;
            if (layout.TryRead(values, row, _cells) is { } problem)
            {
                return problem;
            }

            WriteRow(to, row);
            if (to.IsFull)
            {
                to.Flush(output);
            }
        }

        to.Add("</sheetData>"u8);
        to.Flush(output);
        return null;
    }

    private void WriteRow(ResultBuffer to, int row)
    {
        var lines = 1;
        for (var c = 0; c < _cells.Length; c++)
        {
            if (_cells[c] is { IsText: true, Value: { } text } && CountLines(text, c) is > 1 and var needed)
            {
                lines = Math.Max(lines, needed);
                _cells[c] = _cells[c] with { Style = Styles.Wrapped(_cells[c].Style) };
            }
        }

        to.Add("<row r=\""u8);
        to.Add(row);
        if (lines > 1)
        {
            // Some programs do not look for the height of wrapped rows when they open a file.
            to.Add("\" ht=\""u8);
            to.Add(Math.Min(MaxRowHeight, SheetLayout.LineHeight * lines));
        }

        to.Add("\">"u8);
        for (var c = 0; c < _cells.Length; c++)
        {
            WriteCell(to, _letters[c], row, in _cells[c]);
        }

        to.Add("</row>"u8);
    }

    private void WriteTitle(ResultBuffer to, string title)
    {
        // Rows with merged cells do not find their height by themselves.
        var lines = Math.Ceiling(SheetLayout.RoomFor(CellText.Width(title)) * TitleStretch / layout.TotalWidth);
        to.Add("<row r=\"1\" ht=\""u8);
        to.Add(Math.Min(MaxRowHeight, TitleLineHeight * lines));
        to.Add("\" customHeight=\"1\">"u8);
        WriteCell(to, "A"u8, 1, new CellContent(title, IsText: true, CellStyle.Title));
        to.Add("</row>"u8);
    }

    private int CountLines(string text, int column)
    {
        if (text.Length <= _short[column] && !text.AsSpan().ContainsAny(CellText.LineEnds))
        {
            return 1;
        }

        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var room = SheetLayout.RoomFor(CellText.Width(line));
            lines += Math.Max(1, (int)Math.Ceiling(room / layout.Widths[column]));
        }

        return lines;
    }

    private static void WriteCell(ResultBuffer to, ReadOnlySpan<byte> letters, int row, in CellContent content)
    {
        to.Add("<c r=\""u8);
        to.Add(letters);
        to.Add(row);
        to.Add("\" s=\""u8);
        to.Add((int)content.Style);
        if (content is { IsText: true, Value: { } text })
        {
            // White space at the ends is lost unless it is said to count.
            to.Add(
                text.Length > 0
                && (
                    char.IsWhiteSpace(text[0])
                    || char.IsWhiteSpace(text[^1])
                    || text.Contains('\n', StringComparison.Ordinal)
                )
                    ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8
                    : "\" t=\"inlineStr\"><is><t>"u8
            );
            WriteEscaped(to, CellText.Escape(text));
            to.Add("</t></is></c>"u8);
            return;
        }

        if (content is { Formula: null, Value: null })
        {
            to.Add("\"/>"u8);
            return;
        }

        to.Add("\">"u8);
        if (content.Formula is { } formula)
        {
            to.Add("<f>"u8);
            WriteEscaped(to, formula);
            to.Add("</f>"u8);
        }

        if (content.Value is { } number)
        {
            to.Add("<v>"u8);
            WriteText(to, number);
            to.Add("</v>"u8);
        }

        to.Add("</c>"u8);
    }

    private static void WriteEscaped(ResultBuffer to, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny('&', '<', '>') is >= 0 and var at)
        {
            WriteText(to, text[..at]);
            to.Add(
                text[at] switch
                {
                    '&' => "&amp;"u8,
                    '<' => "&lt;"u8,
                    _ => "&gt;"u8,
                }
            );
            text = text[(at + 1)..];
        }

        WriteText(to, text);
    }

    private static void WriteText(ResultBuffer to, ReadOnlySpan<char> text) =>
        to.Advance(Encoding.UTF8.GetBytes(text, to.Room(Encoding.UTF8.GetMaxByteCount(text.Length))));
}
