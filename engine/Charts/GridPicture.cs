using System.Globalization;

namespace Analytics.Charts;

/// <summary>A table of counts as a picture: rows, columns, and what stands in each cell. Tests compare it with the rows it was made of.</summary>
/// <param name="Headline">True of the cells.</param>
/// <param name="Subtitle">What is counted, with its unit.</param>
/// <param name="RowKind">What the rows are: 单位, 类别.</param>
/// <param name="Rows">Row heads from the top.</param>
/// <param name="Columns">Column heads from the left.</param>
/// <param name="Cells">Those that have a count; where nothing was said there is no cell, for it is not zero.</param>
/// <param name="Notes">Whole sentences for under the picture.</param>
/// <param name="Say">The language of the words.</param>
/// <param name="SampleMark">示例数据, 含示例数据 or null.</param>
internal sealed record GridPicture(
    string Headline,
    string Subtitle,
    string RowKind,
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Columns,
    IReadOnlyList<GridCell> Cells,
    IReadOnlyList<string> Notes,
    ChartLanguage Say,
    string? SampleMark
)
{
    /// <summary>The head of the sums.</summary>
    public string Total => Say["合计", "Total"];

    /// <summary>The largest count, at least 1.</summary>
    public long Most => Math.Max(1, Cells.Count == 0 ? 1 : Cells.Max(cell => cell.Count));

    /// <summary>The numbers as a table; an empty cell is no zero.</summary>
    public ChartTable Table =>
        new(
            [RowKind, .. Columns.Select(HeadOf), Total],
            [
                .. Rows.Select(
                    (name, row) =>
                        (IReadOnlyList<ChartCell>)
                            [new(name), .. Columns.Select((_, column) => CellAt(row, column)), ChartCell.Of(SumOf(row))]
                ),
            ]
        );

    /// <summary>A row's sum, as printed at its end.</summary>
    public string TotalOf(int row) => SumOf(row).ToString(CultureInfo.InvariantCulture);

    private long SumOf(int row) => Cells.Where(cell => cell.Row == row).Sum(cell => cell.Count);

    private ChartCell CellAt(int row, int column) =>
        Cells.FirstOrDefault(cell => cell.Row == row && cell.Column == column) is { } cell
            ? ChartCell.Of(cell.Count)
            : ChartCell.Empty;

    // Where some columns are sample data, as the colour of the picture tells, their heads say so.
    private string HeadOf(string head, int column) =>
        Cells.Any(cell => !cell.IsSample) && Cells.Any(cell => cell.Column == column && cell.IsSample)
            ? head + Charts.SampleMark.Behind(isSample: true, Say)
            : head;
}

/// <summary>One count.</summary>
/// <param name="Row">The row from 0.</param>
/// <param name="Column">The column from 0.</param>
/// <param name="Count">The count.</param>
/// <param name="IsSample">Whether it is sample data.</param>
/// <param name="About">What it stands for.</param>
internal sealed record GridCell(int Row, int Column, long Count, bool IsSample, MarkSubject About);
