using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Export;

/// <summary>Writes one sheet row by row, so that a long one never stands in memory as a tree.</summary>
internal static class SheetWriter
{
    private const double TitleLineHeight = 24;
    private const double LineHeight = 16;
    private const double MaxRowHeight = 409;

    // The title's letters are 14 points high, the others 11.
    private const double TitleStretch = 14.0 / 11;

    private static readonly OpenXmlAttribute s_inlineString = new("t", "", "inlineStr");
    private static readonly OpenXmlAttribute[] s_preserved =
    [
        new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve"),
    ];

    internal static void Write(WorksheetPart part, SheetLayout layout, bool isFirst)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        var last = CellName.Column(layout.Columns.Count);
        writer.WriteElement(new SheetDimension { Reference = Invariant($"A1:{last}{layout.LastRow}") });
        writer.WriteElement(MakeViews(layout, isFirst));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = LineHeight });
        writer.WriteElement(MakeColumns(layout));
        writer.WriteStartElement(new SheetData());
        WriteRows(writer, layout);
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = Invariant($"A{layout.HeadRow}:{last}{layout.LastRow}") });
        if (layout.Title is not null && layout.Columns.Count > 1)
        {
            writer.WriteElement(new MergeCells(new MergeCell { Reference = $"A1:{last}1" }) { Count = 1 });
        }

        WritePrintSetUp(writer, layout);
        writer.WriteEndElement();
    }

    private static SheetViews MakeViews(SheetLayout layout, bool isFirst)
    {
        var below = CellName.Of(1, layout.HeadRow + 1);
        var view = new SheetView(
            new Pane
            {
                VerticalSplit = layout.HeadRow,
                TopLeftCell = below,
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            },
            new Selection
            {
                Pane = PaneValues.BottomLeft,
                ActiveCell = below,
                SequenceOfReferences = new ListValue<StringValue> { InnerText = below },
            }
        )
        {
            WorkbookViewId = 0,
        };
        if (isFirst)
        {
            view.TabSelected = true;
        }

        return new SheetViews(view);
    }

    private static Columns MakeColumns(SheetLayout layout) =>
        new(
            layout.Widths.Select(
                (width, c) =>
                    new Column
                    {
                        Min = (uint)c + 1,
                        Max = (uint)c + 1,
                        Width = width,
                        CustomWidth = true,
                    }
            )
        );

    private static void WriteRows(OpenXmlWriter writer, SheetLayout layout)
    {
        if (layout.Title is { } title)
        {
            WriteTitle(writer, layout, title);
        }

        var letters = Enumerable.Range(1, layout.Columns.Count).Select(CellName.Column).ToList();
        var cells = layout
            .Columns.Select(column => new CellContent(CellText.Clean(column.Title), IsText: true, CellStyle.Head))
            .ToArray();
        WriteRow(writer, layout, layout.HeadRow, letters, cells);
        for (var r = 0; r < layout.Sheet.Rows.Count; r++)
        {
            var values = layout.Sheet.Rows[r];
            for (var c = 0; c < cells.Length; c++)
            {
                // SheetLayout has seen that every value has a content.
                cells[c] = CellContent.Of(values[c], layout.Columns[c].Format)!.Value;
            }

            WriteRow(writer, layout, layout.HeadRow + 1 + r, letters, cells);
        }
    }

    private static void WriteRow(
        OpenXmlWriter writer,
        SheetLayout layout,
        int row,
        List<string> letters,
        CellContent[] cells
    )
    {
        var lines = 1;
        for (var c = 0; c < cells.Length; c++)
        {
            if (
                cells[c] is { IsText: true, Value: { } text }
                && CountLines(text, layout.Widths[c]) is > 1 and var needed
            )
            {
                lines = Math.Max(lines, needed);
                cells[c] = cells[c] with { Style = Styles.Wrapped(cells[c].Style) };
            }
        }

        // Some programs do not look for the height of wrapped rows when they open a file.
        var height = Invariant($"{Math.Min(MaxRowHeight, LineHeight * lines)}");
        StartRow(writer, row, lines > 1 ? [new("ht", "", height)] : []);
        for (var c = 0; c < cells.Length; c++)
        {
            WriteCell(writer, Invariant($"{letters[c]}{row}"), cells[c]);
        }

        writer.WriteEndElement();
    }

    private static void WriteTitle(OpenXmlWriter writer, SheetLayout layout, string title)
    {
        // Rows with merged cells do not find their height by themselves.
        var lines = Math.Ceiling(SheetLayout.RoomFor(CellText.Width(title)) * TitleStretch / layout.TotalWidth);
        var height = Math.Min(MaxRowHeight, TitleLineHeight * lines);
        StartRow(writer, 1, new("ht", "", Invariant($"{height}")), new("customHeight", "", "1"));
        WriteCell(writer, "A1", new CellContent(title, IsText: true, CellStyle.Title));
        writer.WriteEndElement();
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

    private static void StartRow(OpenXmlWriter writer, int row, params OpenXmlAttribute[] more) =>
        writer.WriteStartElement(new Row(), [new OpenXmlAttribute("r", "", Invariant($"{row}")), .. more]);

    private static void WriteCell(OpenXmlWriter writer, string name, CellContent content)
    {
        var attributes = new List<OpenXmlAttribute>(3)
        {
            new("r", "", name),
            new("s", "", Invariant($"{(int)content.Style}")),
        };
        if (content is { IsText: true, Value: { } text })
        {
            attributes.Add(s_inlineString);
            writer.WriteStartElement(new Cell(), attributes);
            writer.WriteStartElement(new InlineString());
            writer.WriteStartElement(new Text(), s_preserved);
            writer.WriteString(CellText.Escape(text));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        else
        {
            writer.WriteStartElement(new Cell(), attributes);
            if (content.Value is { } number)
            {
                writer.WriteElement(new CellValue(number));
            }
        }

        writer.WriteEndElement();
    }

    private static void WritePrintSetUp(OpenXmlWriter writer, SheetLayout layout)
    {
        writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        writer.WriteElement(
            new PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.6,
                Bottom = 0.75,
                Header = 0.3,
                Footer = 0.3,
            }
        );
        writer.WriteElement(
            new PageSetup
            {
                // 9 is A4; no limit to the pages one below the other.
                PaperSize = 9,
                FitToWidth = 1,
                FitToHeight = 0,
                Orientation = layout.IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait,
            }
        );
        writer.WriteElement(new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
