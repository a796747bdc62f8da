using System.Text;

namespace Analytics.Export;

/// <summary>How wide the columns of a result are, by its head and first rows.</summary>
internal static class BookWidths
{
    private const int RowsLookedAt = 500;

    // More bytes than the widest column shows.
    private const int BytesLookedAt = 512;

    /// <summary>In characters of half width; a Chinese character counts two.</summary>
    /// <param name="info">The names.</param>
    /// <param name="cells">On the first batch.</param>
    /// <param name="rows">Of the first batch; may be 0.</param>
    internal static double[] Of(ResultInfo info, ResultCell[] cells, int rows)
    {
        using var scratch = new ResultBuffer();
        var widths = new double[cells.Length];
        for (var c = 0; c < cells.Length; c++)
        {
            var widest = 0;
            for (var row = 0; row < Math.Min(rows, RowsLookedAt); row++)
            {
                widest = cells[c].IsNull(row) ? widest : Math.Max(widest, WidthOf(cells[c], row, scratch));
            }

            widths[c] = Math.Clamp(
                Math.Max(
                    SheetLayout.RoomFor(widest + cells[c].PlacesShown),
                    SheetLayout.RoomFor(CellText.Width(CellText.Clean(info.Columns[c].Name))) + SheetLayout.FilterButton
                ),
                SheetLayout.MinWidth,
                SheetLayout.MaxWidth
            );
        }

        return widths;
    }

    private static int WidthOf(ResultCell cell, int row, ResultBuffer scratch)
    {
        Span<char> chars = stackalloc char[BytesLookedAt];
        var utf8 = cell.ReadText(row, scratch);
        var count = Encoding.UTF8.GetChars(utf8[..Math.Min(utf8.Length, BytesLookedAt)], chars);
        return CellText.Width(chars[..count]);
    }
}
