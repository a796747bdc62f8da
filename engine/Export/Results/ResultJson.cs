namespace Analytics.Export;

/// <summary>A query's result as one JSON object.</summary>
/// <remarks>
/// Rows are arrays. A whole number beyond ±(2^53-1) and a DECIMAL with more than 15 significant digits are strings, as a double
/// could not hold them; so are NaN, Infinity, dates, times and intervals. BLOB is hexadecimal, MAP an array of {key, value}.
/// </remarks>
public static class ResultJson
{
    /// <summary>Writes columns, rows, rowCount, truncated, rowLimit and elapsedMs, in this order.</summary>
    /// <param name="arrow">The rows as an Arrow IPC stream, at its beginning; stays open.</param>
    /// <param name="info">What else is known of the same result.</param>
    /// <param name="output">Takes UTF-8 without a mark, in writes of about 256 KB; stays open and is not flushed.</param>
    /// <param name="cancel">Stops between two writes; what was written by then is no whole file.</param>
    /// <exception cref="ArgumentException">The result has no column, or another number than the stream.</exception>
    /// <exception cref="NotSupportedException">A type cannot be written; the Chinese message names column and cure.</exception>
    /// <exception cref="InvalidDataException">The stream has no schema, or other rows than <paramref name="info"/> counts.</exception>
    public static async Task WriteAsync(Stream arrow, ResultInfo info, Stream output, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var batches = await ResultBatches.OpenAsync(arrow, info, cancel);
        using var buffer = new ResultBuffer();
        WriteHead(buffer, info);
        var isFirst = true;
        while (await batches.NextAsync(cancel) is > 0 and var rows)
        {
            for (var row = 0; row < rows; )
            {
                row = Fill(buffer, batches.Cells, row, rows, isFirst);
                isFirst = false;
                if (buffer.IsFull)
                {
                    await buffer.FlushAsync(output, cancel);
                }
            }
        }

        WriteEnd(buffer, info);
        await buffer.FlushAsync(output, cancel);
    }

    // Stops at the end of the batch or when the buffer is full; gives the row to go on with.
    private static int Fill(ResultBuffer to, ResultCell[] cells, int row, int rows, bool isFirst)
    {
        for (; row < rows && !to.IsFull; row++)
        {
            to.Add(isFirst ? "\n["u8 : ",\n["u8);
            isFirst = false;
            for (var c = 0; c < cells.Length; c++)
            {
                if (c > 0)
                {
                    to.Add((byte)',');
                }

                cells[c].WriteJsonOrNull(to, row);
            }

            to.Add((byte)']');
        }

        return row;
    }

    private static void WriteHead(ResultBuffer to, ResultInfo info)
    {
        to.Add("{\"columns\":["u8);
        for (var c = 0; c < info.Columns.Count; c++)
        {
            to.Add(c == 0 ? "{\"name\":"u8 : ",{\"name\":"u8);
            JsonText.Write(to, info.Columns[c].Name);
            to.Add(",\"type\":"u8);
            JsonText.Write(to, info.Columns[c].Type);
            to.Add((byte)'}');
        }

        to.Add("],\"rows\":["u8);
    }

    private static void WriteEnd(ResultBuffer to, ResultInfo info)
    {
        to.Add("],\"rowCount\":"u8);
        to.Add(info.RowCount);
        to.Add(",\"truncated\":"u8);
        if (info.Truncated is null)
        {
            to.Add("null"u8);
        }
        else
        {
            JsonText.Write(to, info.Truncated);
        }

        to.Add(",\"rowLimit\":"u8);
        to.Add(info.RowLimit);
        to.Add(",\"elapsedMs\":"u8);
        to.Add(info.ElapsedMs);
        to.Add("}\n"u8);
    }
}
