namespace Analytics.Export;

/// <summary>A query's result as lines of JSON, one object a row; values as in <see cref="ResultJson"/>.</summary>
public static class ResultNdjson
{
    /// <summary>Writes one line a row; equal names of columns become n, n_2. Only a cut result has a last line of its own.</summary>
    /// <param name="arrow">The rows as an Arrow IPC stream, at its beginning; stays open.</param>
    /// <param name="info">What else is known; when cut, the last line is {"truncated":"rows","rowLimit":10000}.</param>
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
        var keys = ResultNames.Unique(info.Columns, StringComparer.Ordinal).Select(StructCell.Key).ToArray();
        while (await batches.NextAsync(cancel) is > 0 and var rows)
        {
            for (var row = 0; row < rows; )
            {
                row = Fill(buffer, batches.Cells, keys, row, rows);
                if (buffer.IsFull)
                {
                    await buffer.FlushAsync(output, cancel);
                }
            }
        }

        if (info.Truncated is { } truncated)
        {
            buffer.Add("{\"truncated\":"u8);
            JsonText.Write(buffer, truncated);
            buffer.Add(",\"rowLimit\":"u8);
            buffer.Add(info.RowLimit);
            buffer.Add("}\n"u8);
        }

        await buffer.FlushAsync(output, cancel);
    }

    // Stops at the end of the batch or when the buffer is full; gives the row to go on with.
    private static int Fill(ResultBuffer to, ResultCell[] cells, byte[][] keys, int row, int rows)
    {
        for (; row < rows && !to.IsFull; row++)
        {
            for (var c = 0; c < cells.Length; c++)
            {
                to.Add(c == 0 ? (byte)'{' : (byte)',');
                to.Add(keys[c]);
                cells[c].WriteJsonOrNull(to, row);
            }

            to.Add("}\n"u8);
        }

        return row;
    }
}
