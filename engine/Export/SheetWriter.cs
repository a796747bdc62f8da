using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Export;

/// <summary>What stands around the rows of a sheet: how it is looked at and printed. The rows come from <see cref="SheetRows"/>.</summary>
internal static class SheetWriter
{
    internal static void Write(WorksheetPart part, SheetLayout layout, HeaderFooter words, bool isFirst)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        var last = CellName.Column(layout.Columns.Count);
        writer.WriteElement(new SheetDimension { Reference = Invariant($"A1:{last}{layout.LastRow}") });
        writer.WriteElement(MakeViews(layout, isFirst));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = SheetLayout.LineHeight });
        writer.WriteElement(MakeColumns(layout));
        writer.WriteElement(new SheetData());
        writer.WriteElement(new AutoFilter { Reference = Invariant($"A{layout.HeadRow}:{last}{layout.LastRow}") });
        if (layout.Title is not null && layout.Columns.Count > 1)
        {
            writer.WriteElement(new MergeCells(new MergeCell { Reference = $"A1:{last}1" }) { Count = 1 });
        }

        WritePrintSetUp(writer, layout, words);
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

    private static void WritePrintSetUp(OpenXmlWriter writer, SheetLayout layout, HeaderFooter words)
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
        writer.WriteElement(words);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
