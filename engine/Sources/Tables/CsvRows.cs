using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using Analytics.Domain;
using Sylvan.Data.Csv;

namespace Analytics.Sources.Tables;

/// <summary>The rows of a CSV, decoded and cut as they are asked for; each enumeration begins anew.</summary>
internal sealed class CsvRows : IEnumerable<SourceRow>
{
    private const int HeadCharacters = 65_536;
    private const int MostCharactersOfRow = 4 * 1024 * 1024;

    private readonly string _fileName;
    private readonly string _sheet;
    private readonly ReadOnlyMemory<byte> _text;
    private readonly Encoding _encoding;
    private readonly char _delimiter;

    /// <summary>The rows of an encoded text.</summary>
    /// <param name="fileName">For messages.</param>
    /// <param name="sheet">The name of the only sheet, for messages.</param>
    /// <param name="text">The bytes without a byte order mark.</param>
    /// <param name="encoding">The encoding, known to fit.</param>
    public CsvRows(string fileName, string sheet, ReadOnlyMemory<byte> text, Encoding encoding)
    {
        (_fileName, _sheet, _text, _encoding) = (fileName, sheet, text, encoding);
        using var reader = Open();
        var head = new char[HeadCharacters];
        _delimiter = CsvDelimiter.In(head.AsSpan(0, reader.ReadBlock(head)));
    }

    /// <inheritdoc/>
    public IEnumerator<SourceRow> GetEnumerator()
    {
        var pool = new TextPool();
        using var text = Open();
        using var reader = Start(text, pool);
        for (var number = 1; Next(reader, number); number++)
        {
            TableLimits.CheckRow(_fileName, _sheet, number);
            if (Cells(reader, number) is { Length: > 0 } cells)
            {
                yield return new(number, cells);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private StreamReader Open()
    {
        var isArray = MemoryMarshal.TryGetArray(_text, out var held);
        var stream = isArray
            ? new MemoryStream(held.Array!, held.Offset, held.Count, writable: false)
            : new MemoryStream(_text.ToArray());
        return new StreamReader(stream, _encoding, detectEncodingFromByteOrderMarks: false);
    }

    private CsvDataReader Start(StreamReader text, TextPool pool)
    {
        try
        {
            return CsvDataReader.Create(
                text,
                new CsvDataReaderOptions
                {
                    HasHeaders = false,
                    Delimiter = _delimiter,
                    // A row that begins with # is a row.
                    Comment = '\0',
                    BufferSize = HeadCharacters,
                    MaxBufferSize = MostCharactersOfRow,
                    StringFactory = pool.Take,
                }
            );
        }
        catch (Exception fault) when (fault is CsvFormatException or CsvMissingHeadersException)
        {
            throw Broken(1, fault);
        }
    }

    private bool Next(CsvDataReader reader, int number)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException fault)
        {
            throw Broken(number, fault);
        }
    }

    private string[] Cells(CsvDataReader reader, int number)
    {
        try
        {
            var count = reader.RowFieldCount;
            while (count > 0 && string.IsNullOrWhiteSpace(reader.GetString(count - 1)))
            {
                count--;
            }

            var cells = count == 0 ? [] : new string[count];
            for (var column = 0; column < cells.Length; column++)
            {
                var cell = reader.GetString(column);
                if (cell.Length > TableLimits.CellLength || (column >= TableLimits.Columns && cell.Length > 0))
                {
                    TableLimits.CheckCell(_fileName, _sheet, number, column + 1, cell);
                }

                cells[column] = cell.Contains('\r', StringComparison.Ordinal)
                    ? cell.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
                    : cell;
            }

            return cells;
        }
        catch (CsvFormatException fault)
        {
            throw Broken(number, fault);
        }
    }

    private NoticeFormatException Broken(int number, Exception fault) =>
        new(
            $"“{_fileName}”从第{number}行起不能按表格读取：多半是引号（\"）没有成对，或一行长得不像表格。"
                + "单元格里有引号、逗号或换行时，应在整格外面加引号、里面的引号写成两个；请用表格软件打开后另存为“CSV UTF-8”。",
            fault
        );
}
