namespace Analytics.Export;

/// <summary>A chart of the program's own on a page of its own: it is drawn from the cells of a sheet, and redrawn when they are edited.</summary>
/// <param name="Name">Wished name of the tab.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Kind">Bars or lines.</param>
/// <param name="Source">The sheet whose rows are drawn; one of those written with it.</param>
/// <param name="Names">The column that names the rows, from 0.</param>
/// <param name="Values">The columns of numbers, from 0: a series each, named by its head. An empty cell is a gap.</param>
public sealed record WorkbookChart(
    string Name,
    string Title,
    WorkbookChartKind Kind,
    WorkbookSheet Source,
    int Names,
    IReadOnlyList<int> Values
) : WorkbookTab(Name)
{
    /// <summary>How many of the first rows are drawn; all of them by default.</summary>
    public int? Rows { get; init; }
}

/// <summary>How a chart shows its numbers.</summary>
public enum WorkbookChartKind
{
    /// <summary>Horizontal bars from zero, the first row on top.</summary>
    Bar,

    /// <summary>Lines from row to row.</summary>
    Line,
}
