using System.Globalization;

namespace Analytics.Charts;

/// <summary>A table of counts as a picture: rows, columns, and what stands in each cell. Tests compare it with the rows it was made of.</summary>
/// <param name="Headline">True of the cells.</param>
/// <param name="Subtitle">What is counted, with its unit.</param>
/// <param name="Rows">Row heads from the top.</param>
/// <param name="Columns">Column heads from the left.</param>
/// <param name="Cells">Those that have a count; where nothing was said there is no cell, for it is not zero.</param>
/// <param name="Notes">Whole sentences for under the picture.</param>
/// <param name="SampleMark">示例数据, 含示例数据 or null.</param>
internal sealed record GridPicture(
    string Headline,
    string Subtitle,
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Columns,
    IReadOnlyList<GridCell> Cells,
    IReadOnlyList<string> Notes,
    string? SampleMark
)
{
    /// <summary>The largest count, at least 1.</summary>
    public long Most => Math.Max(1, Cells.Count == 0 ? 1 : Cells.Max(cell => cell.Count));

    /// <summary>A row's sum, as printed at its end.</summary>
    public string TotalOf(int row) =>
        Cells.Where(cell => cell.Row == row).Sum(cell => cell.Count).ToString(CultureInfo.InvariantCulture);
}

/// <summary>One count.</summary>
/// <param name="Row">The row from 0.</param>
/// <param name="Column">The column from 0.</param>
/// <param name="Count">The count.</param>
/// <param name="IsSample">Whether it is sample data.</param>
/// <param name="About">What it stands for.</param>
internal sealed record GridCell(int Row, int Column, long Count, bool IsSample, MarkSubject About);
