using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace Analytics.Export;

/// <summary>The sheet 说明 of a result: how much of it there is, how long it took, what its columns are.</summary>
internal static class BookNotes
{
    private const double NameWidth = 24;
    private const double ValueWidth = 60;

    internal static async Task WriteAsync(
        Spreadsheet book,
        BookStyles styles,
        ResultInfo info,
        CancellationToken cancel
    )
    {
        var sheet = new WorksheetOptions();
        sheet.Column(1).Width = NameWidth;
        sheet.Column(2).Width = ValueWidth;
        await book.StartWorksheetAsync("说明", sheet, cancel);
        await book.AddHeaderRowAsync(["项目", "内容"], styles.Head, cancel);
        await AddAsync("行数", new StyledCell(info.RowCount, styles.Whole));
        await AddAsync("行数上限", new StyledCell(info.RowLimit, styles.Whole));
        await AddAsync("是否完整", new StyledCell(ResultNote.Of(info) ?? "完整", styles.Text));
        await AddAsync("查询用时（毫秒）", new StyledCell(info.ElapsedMs, null));
        await book.AddRowAsync(System.Array.Empty<StyledCell>(), cancel);
        await book.AddHeaderRowAsync(["列", "类型"], styles.Head, cancel);
        foreach (var column in info.Columns)
        {
            await AddAsync(Text(column.Name), new StyledCell(Text(column.Type), styles.Text));
        }

        ValueTask AddAsync(string name, StyledCell value) =>
            book.AddRowAsync([new StyledCell(name, styles.Text), value], cancel);
    }

    private static string Text(string text)
    {
        var clean = CellText.Clean(text);
        return CellText.Escape(clean.Length > CellText.MaxLength ? clean[..CellText.MaxLength] : clean);
    }
}
