using System.Globalization;

namespace Analytics.Export;

/// <summary>The rows of a sheet as XML, written straight into the zip: as a tree, or through OpenXml's writer, 200,000 of them take too long.</summary>
/// <param name="layout">The sheet.</param>
internal sealed class SheetRows(SheetLayout layout)
{
    private const double TitleLineHeight = 24;
    private const double MaxRowHeight = 409;

    // The title's letters are 14 points high, the others 11.
    private const double TitleStretch = 14.0 / 11;

    private readonly string[] _letters = [.. Enumerable.Range(1, layout.Columns.Count).Select(CellName.Column)];
    private readonly CellContent[] _cells = new CellContent[layout.Columns.Count];

    /// <summary>Writes title, head and rows.</summary>
    /// <returns>What cannot be written, in Chinese with its cell; null when all was.</returns>
    internal string? TryWrite(TextWriter to)
    {
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
        }

        return null;
    }

    private void WriteRow(TextWriter to, int row)
    {
        var lines = 1;
        for (var c = 0; c < _cells.Length; c++)
        {
            if (
                _cells[c] is { IsText: true, Value: { } text }
                && CountLines(text, layout.Widths[c]) is > 1 and var needed
            )
            {
                lines = Math.Max(lines, needed);
                _cells[c] = _cells[c] with { Style = Styles.Wrapped(_cells[c].Style) };
            }
        }

        to.Write("<x:row r=\"");
        Write(to, row);
        if (lines > 1)
        {
            // Some programs do not look for the height of wrapped rows when they open a file.
            to.Write("\" ht=\"");
            Write(to, Math.Min(MaxRowHeight, SheetLayout.LineHeight * lines));
        }

        to.Write("\">");
        for (var c = 0; c < _cells.Length; c++)
        {
            WriteCell(to, _letters[c], row, _cells[c]);
        }

        to.Write("</x:row>");
    }

    private void WriteTitle(TextWriter to, string title)
    {
        // Rows with merged cells do not find their height by themselves.
        var lines = Math.Ceiling(SheetLayout.RoomFor(CellText.Width(title)) * TitleStretch / layout.TotalWidth);
        to.Write("<x:row r=\"1\" ht=\"");
        Write(to, Math.Min(MaxRowHeight, TitleLineHeight * lines));
        to.Write("\" customHeight=\"1\">");
        WriteCell(to, "A", 1, new CellContent(title, IsText: true, CellStyle.Title));
        to.Write("</x:row>");
    }

    private static int CountLines(string text, double width)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var room = SheetLayout.RoomFor(CellText.Width(line));
            lines += Math.Max(1, (int)Math.Ceiling(room / width));
        }

        return lines;
    }

    private static void WriteCell(TextWriter to, string letters, int row, CellContent content)
    {
        to.Write("<x:c r=\"");
        to.Write(letters);
        Write(to, row);
        to.Write("\" s=\"");
        Write(to, (int)content.Style);
        if (content is { IsText: true, Value: { } text })
        {
            to.Write("\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">");
            WriteEscaped(to, CellText.Escape(text));
            to.Write("</x:t></x:is></x:c>");
            return;
        }

        to.Write("\">");
        if (content.Formula is { } formula)
        {
            to.Write("<x:f>");
            WriteEscaped(to, formula);
            to.Write("</x:f>");
        }

        if (content.Value is { } number)
        {
            to.Write("<x:v>");
            to.Write(number);
            to.Write("</x:v>");
        }

        to.Write("</x:c>");
    }

    private static void Write(TextWriter to, double number)
    {
        Span<char> digits = stackalloc char[32];
        if (number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture))
        {
            to.Write(digits[..length]);
        }
    }

    private static void WriteEscaped(TextWriter to, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny('&', '<', '>') is >= 0 and var at)
        {
            to.Write(text[..at]);
            to.Write(
                text[at] switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    _ => "&gt;",
                }
            );
            text = text[(at + 1)..];
        }

        to.Write(text);
    }
}
