using System.Globalization;
using AngleSharp.Dom;

namespace Analytics.Sources.Documents;

/// <summary>The rows of a table of data on a page (数据表格).</summary>
internal static class HtmlTable
{
    // What HTML itself allows is more; a table of an office has some twenty columns.
    private const int MostColumns = 200;
    private const int MostRows = 1000;

    /// <summary>The rows with merged cells once, every column in its place; null for a table that only frames text.</summary>
    /// <param name="table">The element.</param>
    /// <param name="textOf">The text of a cell; null when it holds more than a cell of data does.</param>
    public static List<List<string>>? Of(IElement table, Func<IElement, string?> textOf)
    {
        var rows = new List<List<string>>();
        var covered = new Dictionary<int, int>();
        foreach (var row in RowsOf(table))
        {
            if (Cells(row, textOf, covered) is not { } cells)
            {
                return null;
            }

            rows.Add(cells);
        }

        return rows;
    }

    private static IEnumerable<IElement> RowsOf(IElement table) =>
        table.Children.SelectMany(child =>
            child.LocalName switch
            {
                "tr" => [child],
                "thead" or "tbody" or "tfoot" => child.Children.Where(row => row.LocalName == "tr"),
                "caption" => [child],
                _ => Enumerable.Empty<IElement>(),
            }
        );

    /// <param name="row">The row.</param>
    /// <param name="textOf">The text of a cell.</param>
    /// <param name="covered">The columns that cells above still cover, and for how many rows.</param>
    private static List<string>? Cells(IElement row, Func<IElement, string?> textOf, Dictionary<int, int> covered)
    {
        var cells = new List<string>();
        if (row.LocalName == "caption")
        {
            return textOf(row) is { } caption ? [caption] : null;
        }

        foreach (var cell in row.Children.Where(cell => cell.LocalName is "td" or "th"))
        {
            if (textOf(cell) is not { } text)
            {
                return null;
            }

            SkipCovered(cells, covered);
            var width = Span(cell, "colspan", MostColumns);
            var height = Span(cell, "rowspan", MostRows);
            for (var i = 0; i < width && cells.Count < MostColumns; i++)
            {
                if (height > 1)
                {
                    covered[cells.Count] = height - 1;
                }

                cells.Add(i == 0 ? text : "");
            }
        }

        SkipCovered(cells, covered);
        return row.Children.Length == 1 && cells.Count > 0 ? [cells[0]] : cells;
    }

    private static void SkipCovered(List<string> cells, Dictionary<int, int> covered)
    {
        while (cells.Count < MostColumns && covered.Remove(cells.Count, out var rows))
        {
            if (rows > 1)
            {
                covered[cells.Count] = rows - 1;
            }

            cells.Add("");
        }
    }

    private static int Span(IElement cell, string attribute, int most) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span)
            ? Math.Clamp(span, 1, most)
            : 1;
}
