using System.Runtime.InteropServices;
using System.Text;
using Analytics.Domain;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Analytics.Sources.Tables;

/// <summary>A workbook (.xlsx, .xls): its sheets, opened anew for each enumeration of rows.</summary>
internal sealed class WorkbookFile(string fileName, ReadOnlyMemory<byte> bytes)
{
    // Rows times columns that the used ranges may span: beyond it a file holds formats, or means harm.
    private const long MostCells = 200_000_000;

    private readonly Dictionary<string, Dictionary<(int Row, int Column), string>> _errors = new(
        StringComparer.Ordinal
    );

    static WorkbookFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The sheets that hold something, very hidden ones left out.</summary>
    public IReadOnlyList<SourceSheet> Sheets()
    {
        var sheets = new List<SourceSheet>();
        using var reader = Open();
        for (var (index, isThere) = (0, true); isThere; (index, isThere) = (index + 1, Guarded(reader.NextResult)))
        {
            if (reader.VisibleState != "veryhidden" && reader is { RowCount: > 0, FieldCount: > 0 })
            {
                var sheet = new SourceSheet(reader.Name, Rows(index, reader.Name));
                if (sheet.Rows.Any())
                {
                    sheets.Add(sheet);
                }
            }
        }

        return sheets;
    }

    private IEnumerable<SourceRow> Rows(int index, string sheet)
    {
        using var reader = Open();
        for (var i = 0; i < index; i++)
        {
            Guarded(reader.NextResult);
        }

        CheckSize(reader, sheet);
        var errors = Errors(sheet);
        var merged = new MergedCells(reader.MergeCells);
        for (var row = 0; Guarded(reader.Read); row++)
        {
            TableLimits.CheckRow(fileName, sheet, row + 1);
            var cells = Guarded(() => Cells(reader, sheet, row, merged, errors));
            if (cells.Length > 0)
            {
                yield return new(row + 1, cells);
            }
        }
    }

    private void CheckSize(IExcelDataReader reader, string sheet)
    {
        if ((long)reader.RowCount * reader.FieldCount > MostCells)
        {
            throw new NoticeFormatException(
                $"“{fileName}”的表“{sheet}”占到第{reader.RowCount}行、第{reader.FieldCount}列，其中多半是空单元格。"
                    + "请删去数据右边和下面的空行空列（选中后右键“删除”），保存后再导入。"
            );
        }
    }

    private string[] Cells(
        IExcelDataReader reader,
        string sheet,
        int row,
        MergedCells merged,
        Dictionary<(int Row, int Column), string> errors
    )
    {
        var cells = new string[reader.FieldCount];
        var last = -1;
        for (var column = 0; column < cells.Length; column++)
        {
            var text = CanonicalText.Of(reader, column);
            if (text.Length == 0 && errors.Count > 0)
            {
                text = errors.GetValueOrDefault((row, column), "");
            }

            cells[column] = text;
            if (!string.IsNullOrWhiteSpace(text))
            {
                last = column;
            }

            if (text.Length > TableLimits.CellLength || (column >= TableLimits.Columns && text.Length > 0))
            {
                TableLimits.CheckCell(fileName, sheet, row + 1, column + 1, text);
            }
        }

        merged.Fill(row, cells);

        // A row that only merged cells reach into holds nothing of its own.
        if (last < 0)
        {
            return [];
        }

        var count = cells.Length;
        while (string.IsNullOrWhiteSpace(cells[count - 1]))
        {
            count--;
        }

        return cells[..count];
    }

    private IExcelDataReader Open() => Guarded(() => ExcelReaderFactory.CreateReader(Stream()));

    private Dictionary<(int Row, int Column), string> Errors(string sheet)
    {
        if (!_errors.TryGetValue(sheet, out var errors))
        {
            var isArchive = bytes.Span is [(byte)'P', (byte)'K', ..];
            errors = isArchive ? Guarded(() => ErrorCells.In(Stream(), sheet)) : [];
            _errors.Add(sheet, errors);
        }

        return errors;
    }

    private MemoryStream Stream() =>
        MemoryMarshal.TryGetArray(bytes, out var held)
            ? new(held.Array!, held.Offset, held.Count, writable: false)
            : new(bytes.ToArray());

    // The library meets broken files with exceptions of many types; to the reader of a file they all mean one thing.
    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException fault)
        {
            throw new NoticeFormatException(
                $"“{fileName}”设有打开密码，不能读取。请在表格软件中打开，去掉密码后另存，再重新导入。",
                fault
            );
        }
        catch (Exception fault) when (fault is not (NoticeFormatException or OutOfMemoryException))
        {
            throw new NoticeFormatException(
                $"“{fileName}”已损坏或不完整，不能按工作簿读取。请用 Excel 或 WPS 打开它，另存为 .xlsx 后重新导入；打不开的，请向来文单位重新索取。",
                fault
            );
        }
    }
}
