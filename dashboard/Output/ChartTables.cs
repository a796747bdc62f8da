using System.Text;
using Analytics.Charts;
using Analytics.Export;

namespace Analytics.Dashboard.Output;

/// <summary>The numbers of a chart as files (本图数据).</summary>
public static class ChartTables
{
    /// <summary>As CSV, numbers in full: rates 0 to 1, not rounded.</summary>
    /// <returns>UTF-8 with the byte order mark that Excel needs.</returns>
    public static byte[] Csv(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var table = chart.Table;
        var columns = table
            .Columns.Select(
                (head, index) =>
                    new Column<IReadOnlyList<ChartCell>>(
                        head,
                        head,
                        row => row[index].Number is { } number ? number : row[index].Text
                    )
            )
            .ToList();
        return Encoding.UTF8.GetBytes('\uFEFF' + TableOutput.Csv(columns, table.Rows));
    }

    /// <summary>As a workbook: the table under the chart's headline, and a sheet that says what a reader must know.</summary>
    public static byte[] Xlsx(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var table = chart.Table;
        return Workbook.Write([
            new WorkbookSheet(
                "本图数据",
                [.. table.Columns.Select((head, index) => new SheetColumn(head, FormatOf(table, index)))],
                [
                    .. table.Rows.Select(row =>
                        (IReadOnlyList<object?>)
                            [.. row.Select(cell => cell.Number is { } number ? (object?)number : cell.Text)]
                    ),
                ]
            )
            {
                Title = chart.Headline,
            },
            new WorkbookSheet(
                "说明",
                [new SheetColumn("说明", Width: 80)],
                [
                    .. chart
                        .Notes.Prepend(chart.Subtitle)
                        .Append(chart.SourceLine)
                        .Select(line => (IReadOnlyList<object?>)[line]),
                ]
            ),
        ]);
    }

    // Told by the cells: percentages are rates, and what has no places anywhere is whole.
    private static CellFormat FormatOf(ChartTable table, int column)
    {
        var cells = table.Rows.Select(row => row[column]).Where(cell => cell.Number is not null).ToList();
        return cells.Count == 0 ? CellFormat.Text
            : cells.TrueForAll(cell => cell.Text.EndsWith('%')) ? CellFormat.Percent
            : cells.TrueForAll(cell => decimal.IsInteger(cell.Number!.Value)) ? CellFormat.Integer
            : CellFormat.Plain;
    }
}
