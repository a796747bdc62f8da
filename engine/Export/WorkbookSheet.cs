namespace Analytics.Export;

/// <summary>One sheet of a workbook: a head row and the rows below it.</summary>
/// <param name="Name">Wished name; shortened, cleaned and made unique where the program would refuse it.</param>
/// <param name="Columns">From left to right; at least one.</param>
/// <param name="Rows">
/// Each as long as <paramref name="Columns"/>. A value is null, text, bool, a number, DateOnly, DateTime or <see cref="CellFormula"/>. They are
/// gone through once when they are written, so that many need not stand in memory, and the first of them before that for the widths.
/// </param>
public sealed record WorkbookSheet(
    string Name,
    IReadOnlyList<SheetColumn> Columns,
    IReadOnlyCollection<IReadOnlyList<object?>> Rows
) : WorkbookTab(Name)
{
    /// <summary>A line above the head, across all columns; by default none.</summary>
    public string? Title { get; init; }
}

/// <summary>A formula beside a value, so that a reader can check the value in the program.</summary>
/// <param name="Text">In the program's own notation, without the sign =.</param>
/// <param name="Value">What it comes to; programs that do not calculate show it.</param>
public sealed record CellFormula(string Text, decimal? Value);

/// <summary>One column of a sheet.</summary>
/// <param name="Title">The words in the head row.</param>
/// <param name="Format">How its numbers are shown; the full value is kept in the file.</param>
/// <param name="Width">In characters of half width, more than 0 and at most 255; by default as wide as the text needs, at most 60.</param>
public sealed record SheetColumn(string Title, CellFormat Format = CellFormat.Text, double? Width = null);

/// <summary>How the numbers of a column are shown. Dates always look like dates, text like text.</summary>
public enum CellFormat
{
    /// <summary>Text; a number among it is shown as the program likes.</summary>
    Text,

    /// <summary>Whole numbers: 28.</summary>
    Integer,

    /// <summary>Two places: 95.63.</summary>
    Score,

    /// <summary>As many places as there are, at most six: 5, 95.625.</summary>
    Plain,

    /// <summary>A rate of 0 to 1 with one place: 0.538 is shown as 53.8%.</summary>
    Percent,

    /// <summary>Percentage points with one place and a sign: +6.2, -1.5, 0.0.</summary>
    Points,

    /// <summary>2024-12-31; a DateTime that is not midnight shows hours and minutes too.</summary>
    Date,
}
