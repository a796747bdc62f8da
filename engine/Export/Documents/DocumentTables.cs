using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Export;

/// <summary>Tables of a document: as wide as the text, the head on every page, no row split.</summary>
internal static class DocumentTables
{
    internal static Table Of(DocumentTable table, DocumentLook look)
    {
        var shares = table.Columns.Sum(column => column.Share);
        var widths = table.Columns.Select(column => (int)(look.TextWidth * column.Share / shares)).ToList();
        var result = new Table(
            new TableProperties(
                new TableWidth { Width = DocumentStyles.Text(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    Line(new TopBorder()),
                    Line(new LeftBorder()),
                    Line(new BottomBorder()),
                    Line(new RightBorder()),
                    Line(new InsideHorizontalBorder()),
                    Line(new InsideVerticalBorder())
                ),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa }
                )
            ),
            new TableGrid(widths.Select(width => new GridColumn { Width = DocumentStyles.Text(width) }))
        );
        result.Append(
            Row(
                table.Columns.Select(
                    (column, at) => Cell(column.Title, widths[at], JustificationValues.Center, DocumentStyles.Hei, look)
                ),
                isHead: true
            )
        );
        foreach (var row in table.Rows)
        {
            result.Append(
                Row(
                    row.Select(
                        (text, at) =>
                            Cell(
                                text,
                                widths[at],
                                table.Columns[at].IsNumber ? JustificationValues.Right : JustificationValues.Left,
                                DocumentStyles.Body,
                                look
                            )
                    ),
                    isHead: false
                )
            );
        }

        return result;
    }

    private static TableRow Row(IEnumerable<TableCell> cells, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
        {
            properties.Append(new TableHeader());
        }

        return new TableRow([properties, .. cells]);
    }

    private static TableCell Cell(string text, int width, JustificationValues side, string font, DocumentLook look) =>
        new(
            new TableCellProperties(
                new TableCellWidth { Width = DocumentStyles.Text(width), Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }
            ),
            new Paragraph(
                DocumentStyles.Cell(side, look),
                DocumentWriter.Run(text, DocumentStyles.Run(font, look.TableSize))
            )
        );

    private static T Line<T>(T border)
        where T : BorderType
    {
        border.Val = BorderValues.Single;
        border.Size = 4;
        border.Color = "000000";
        return border;
    }
}
