using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Analytics.Export;

/// <summary>A query's result as an xlsx file with the sheets 结果 and 说明; rows stream, however many there are.</summary>
/// <remarks>
/// Text instead of a number: whole numbers and decimals with more than 15 digits, NaN and Infinity. Text instead of a date: days
/// before 1900-03-01 or after 9999-12-31. Text is never a formula; beyond 32,767 characters it is cut and ends in …（已截断）.
/// A TIMESTAMPTZ is shown in UTC with a Z. Nested values are JSON text as in <see cref="ResultJson"/>.
/// </remarks>
public static class ResultWorkbook
{
    /// <summary>The most rows of a result one sheet holds below its head.</summary>
    public const int MaxRows = SheetLayout.MaxRows - 1;

    /// <summary>Writes the workbook; a cut result says so below its last row, where there is room, and on 说明.</summary>
    /// <param name="arrow">The rows as an Arrow IPC stream, at its beginning; stays open.</param>
    /// <param name="info">What else is known of the same result.</param>
    /// <param name="output">Need not seek; stays open and is not flushed.</param>
    /// <param name="cancel">Stops between two writes; what was written by then is no whole file.</param>
    /// <exception cref="ArgumentException">The result has no column, or another number than the stream.</exception>
    /// <exception cref="NotSupportedException">
    /// More than 16,384 columns or <see cref="MaxRows"/> rows, or a type that cannot be written: in Chinese with the cure;
    /// nothing has been written by then.
    /// </exception>
    /// <exception cref="InvalidDataException">The stream has no schema, or other rows than <paramref name="info"/> counts.</exception>
    public static async Task WriteAsync(Stream arrow, ResultInfo info, Stream output, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(output);
        CheckSize(info);
        using var batches = await ResultBatches.OpenAsync(arrow, info, cancel);
        var rows = await batches.NextAsync(cancel);
        await using var held = new HeldStream(output);
        var options = new SpreadCheetahOptions
        {
            // Some readers look for the place of each cell.
            WriteCellReferenceAttributes = true,
            PreserveStringWhitespace = true,
            DefaultFont = new DefaultFont { Name = BookStyles.FontName, Size = 11 },
        };
        await using (var book = await Spreadsheet.CreateNewAsync(held, options, cancel))
        {
            var styles = new BookStyles(book);
            await book.StartWorksheetAsync("结果", MakeSheet(info, batches, rows), cancel);
            await book.AddHeaderRowAsync(HeadOf(info), styles.Head, cancel);
            await WriteRowsAsync(book, styles, batches, rows, held, cancel);
            if (ResultNote.Of(info) is { } note && info.RowCount < MaxRows)
            {
                await book.AddRowAsync([new StyledCell("# " + note, styles.Text)], cancel);
            }

            await BookNotes.WriteAsync(book, styles, info, cancel);
            await book.FinishAsync(cancel);
        }

        await held.DrainAsync(isLast: true, cancel);
    }

    private static async Task WriteRowsAsync(
        Spreadsheet book,
        BookStyles styles,
        ResultBatches batches,
        int rows,
        HeldStream held,
        CancellationToken cancel
    )
    {
        using var line = new BookRow(batches.Cells.Length, styles);
        for (; rows > 0; rows = await batches.NextAsync(cancel))
        {
            for (var row = 0; row < rows; row++)
            {
                Fill(line, batches.Cells, row);
                await book.AddRowAsync(line.Cells, cancel);
                await held.DrainAsync(isLast: false, cancel);
            }
        }
    }

    private static void Fill(BookRow line, ResultCell[] cells, int row)
    {
        line.Restart();
        foreach (var cell in cells)
        {
            if (cell.IsNull(row))
            {
                line.AddEmpty();
            }
            else
            {
                cell.WriteBook(line, row);
            }
        }
    }

    private static WorksheetOptions MakeSheet(ResultInfo info, ResultBatches batches, int rows)
    {
        var last = CellName.Of(info.Columns.Count, (int)info.RowCount + 1);
        var sheet = new WorksheetOptions { FrozenRows = 1, AutoFilter = new AutoFilterOptions("A1:" + last) };
        var widths = BookWidths.Of(info, batches.Cells, rows);
        for (var c = 0; c < widths.Length; c++)
        {
            sheet.Column(c + 1).Width = widths[c];
        }

        return sheet;
    }

    private static string[] HeadOf(ResultInfo info) =>
        info.Columns.Select(column => CellText.Escape(CellText.Clean(column.Name))).ToArray();

    private static void CheckSize(ResultInfo info)
    {
        if (info.RowCount > MaxRows)
        {
            throw new NotSupportedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"结果有{info.RowCount}行，一张工作表最多{MaxRows}行；请缩小范围，或改用CSV、Parquet。"
                )
            );
        }

        if (info.Columns.Count > SheetLayout.MaxColumns)
        {
            throw new NotSupportedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"结果有{info.Columns.Count}列，一张工作表最多{SheetLayout.MaxColumns}列；请少选几列，或改用CSV、Parquet。"
                )
            );
        }
    }
}
