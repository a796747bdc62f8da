using Analytics.Export;

namespace Analytics.Dashboard.Output;

/// <summary>Rows as a sheet of a workbook: Chinese heads, numbers as numbers.</summary>
public static class TableWorkbook
{
    /// <summary>More rows than these are slow to open; CSV has no such limit.</summary>
    public const int MostRows = 100_000;

    /// <summary>A workbook of one sheet.</summary>
    /// <param name="name">The name of its tab.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">At most <see cref="MostRows"/>.</param>
    public static byte[] Of<T>(string name, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows) =>
        Workbook.Write([Sheet(name, columns, rows)]);

    /// <summary>A sheet.</summary>
    public static WorkbookSheet Sheet<T>(string name, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        return new(
            name,
            [.. columns.Select(column => new SheetColumn(column.Title, FormatOf(column, rows)))],
            [.. rows.Select(row => Row(columns, row))]
        );
    }

    /// <summary>A row of a sheet.</summary>
    public static IReadOnlyList<object?> Row<T>(IReadOnlyList<Column<T>> columns, T row)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return [.. columns.Select(column => Cell(column.Value(row)))];
    }

    // A column is what its values are; of numbers with places the name says how many.
    private static CellFormat FormatOf<T>(Column<T> column, IReadOnlyList<T> rows) =>
        rows.Select(column.Value).FirstOrDefault(value => value is not null) switch
        {
            int or long => CellFormat.Integer,
            DateOnly or DateTime => CellFormat.Date,
            decimal when column.Name is "score" or "gapAbove" or "gapBelow" => CellFormat.Score,
            // What a source prints (statedRate) is in percent already.
            decimal when column.Name is "adoptionRate" => CellFormat.Percent,
            decimal => CellFormat.Plain,
            _ => CellFormat.Text,
        };

    private static object? Cell(object? value) =>
        value switch
        {
            null or string or bool or int or long or decimal or DateOnly => value,
            // A workbook is read by people: Beijing time, as on the pages.
            DateTime utc => Tables.Local(utc),
            IEnumerable<string> words => string.Join(' ', words),
            _ => value.ToString(),
        };
}
