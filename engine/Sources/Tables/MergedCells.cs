using ExcelDataReader;

namespace Analytics.Sources.Tables;

/// <summary>The merged cells of a sheet, met from top to bottom: their text stands in each row they cover.</summary>
internal sealed class MergedCells
{
    private readonly CellRange[] _ranges;
    private readonly List<(CellRange Range, string Text)> _open = [];
    private int _next;

    /// <summary>Takes the ranges that cover more than one row.</summary>
    public MergedCells(CellRange[]? ranges)
    {
        _ranges = Array.FindAll(ranges ?? [], range => range.ToRow > range.FromRow);
        Array.Sort(_ranges, (left, right) => left.FromRow.CompareTo(right.FromRow));
    }

    /// <summary>Fills the first column of each merged cell of a row.</summary>
    /// <param name="row">The row, from 0; rows must come in order.</param>
    /// <param name="cells">Its cells; those under the top of a merged cell are filled.</param>
    public void Fill(int row, string[] cells)
    {
        _open.RemoveAll(open => open.Range.ToRow < row);
        foreach (var (range, text) in _open)
        {
            if (range.FromColumn < cells.Length)
            {
                cells[range.FromColumn] = text;
            }
        }

        for (; _next < _ranges.Length && _ranges[_next].FromRow <= row; _next++)
        {
            var range = _ranges[_next];
            if (range.FromRow == row && range.FromColumn < cells.Length && cells[range.FromColumn].Length > 0)
            {
                _open.Add((range, cells[range.FromColumn]));
            }
        }
    }
}
