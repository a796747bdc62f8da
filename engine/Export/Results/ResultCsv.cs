using System.Text;

namespace Analytics.Export;

/// <summary>A query's result as a csv file after RFC 4180, lines ended by a line feed.</summary>
/// <remarks>
/// Null is an empty cell and an empty text is "", so the two stay apart. Text that a spreadsheet would run as a formula stands
/// behind an apostrophe; numbers never do, not even as text. Text of digits alone (报送编号, 身份证号) is quoted and otherwise
/// left alone: LibreOffice and the import windows of Excel and WPS can then keep it as text, a program reads the true value.
/// A tab, an apostrophe or ="…" would save it from a double click in a spreadsheet, but put characters into the value that
/// every program would read as part of it; for spreadsheets there is <see cref="ResultWorkbook"/>.
/// </remarks>
public static class ResultCsv
{
    /// <summary>Writes a head row, the rows, and for a cut result a last row with one cell: # 结果不完整：….</summary>
    /// <param name="arrow">The rows as an Arrow IPC stream, at its beginning; stays open.</param>
    /// <param name="info">What else is known of the same result.</param>
    /// <param name="output">Takes UTF-8, in writes of about 256 KB; stays open and is not flushed.</param>
    /// <param name="byteOrderMark">Whether the mark stands in front, by which Excel knows UTF-8.</param>
    /// <param name="cancel">Stops between two writes; what was written by then is no whole file.</param>
    /// <exception cref="ArgumentException">The result has no column, or another number than the stream.</exception>
    /// <exception cref="NotSupportedException">A type cannot be written; the Chinese message names column and cure.</exception>
    /// <exception cref="InvalidDataException">The stream has no schema, or other rows than <paramref name="info"/> counts.</exception>
    public static async Task WriteAsync(
        Stream arrow,
        ResultInfo info,
        Stream output,
        bool byteOrderMark,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        using var batches = await ResultBatches.OpenAsync(arrow, info, cancel);
        using var buffer = new ResultBuffer();
        using var scratch = new ResultBuffer();
        WriteHead(buffer, info, byteOrderMark);
        while (await batches.NextAsync(cancel) is > 0 and var rows)
        {
            for (var row = 0; row < rows; )
            {
                row = Fill(buffer, scratch, batches.Cells, row, rows);
                if (buffer.IsFull)
                {
                    await buffer.FlushAsync(output, cancel);
                }
            }
        }

        if (ResultNote.Of(info) is { } note)
        {
            buffer.Add("\"# "u8);
            buffer.Add(Encoding.UTF8.GetBytes(note));
            buffer.Add("\"\n"u8);
        }

        await buffer.FlushAsync(output, cancel);
    }

    // Stops at the end of the batch or when the buffer is full; gives the row to go on with.
    private static int Fill(ResultBuffer to, ResultBuffer scratch, ResultCell[] cells, int row, int rows)
    {
        for (; row < rows && !to.IsFull; row++)
        {
            for (var c = 0; c < cells.Length; c++)
            {
                if (c > 0)
                {
                    to.Add((byte)',');
                }

                var cell = cells[c];
                if (cell.IsNull(row))
                {
                    continue;
                }

                if (cell.IsBare)
                {
                    cell.WriteText(to, row);
                }
                else
                {
                    CsvText.Write(to, cell.ReadText(row, scratch));
                }
            }

            to.Add((byte)'\n');
        }

        return row;
    }

    private static void WriteHead(ResultBuffer to, ResultInfo info, bool byteOrderMark)
    {
        if (byteOrderMark)
        {
            to.Add("\uFEFF"u8);
        }

        for (var c = 0; c < info.Columns.Count; c++)
        {
            if (c > 0)
            {
                to.Add((byte)',');
            }

            CsvText.Write(to, Encoding.UTF8.GetBytes(info.Columns[c].Name));
        }

        to.Add((byte)'\n');
    }
}
