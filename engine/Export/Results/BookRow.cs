using System.Buffers;
using System.Text;
using SpreadCheetah;

namespace Analytics.Export;

/// <summary>One row of a workbook, filled cell by cell from the left; its arrays serve every row.</summary>
internal sealed class BookRow(int columns, BookStyles styles) : IDisposable
{
    /// <summary>Stands at the end of text that was too long for a cell.</summary>
    internal const string CutMark = "…（已截断）";

    // 1899-12-30 is day 0 of a spreadsheet; before 1900-03-01 programs number days differently.
    private const int DaysTo1970 = 25_569;
    private const int FirstSafeDay = 61;
    private const int LastDay = 2_958_465;
    private const long NanosOfMilli = 1_000_000;

    // Older programs show #### for longer text of the format Text.
    private const int LongestOfTextFormat = 255;

    // Beyond these a spreadsheet shows powers of ten anyway.
    private const double LargestShownWhole = 1e15;

    private static readonly SearchValues<char> s_unclean = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(code => (char)code).Except(['\t', '\n']),
        '\uFFFE',
        '\uFFFF',
    ]);

    private readonly StyledCell[] _cells = new StyledCell[columns];
    private readonly ResultBuffer _scratch = new();
    private char[] _chars = new char[4096];
    private int _count;
    private int _used;

    /// <summary>The cells so far.</summary>
    internal ReadOnlyMemory<StyledCell> Cells => _cells.AsMemory(0, _count);

    public void Dispose() => _scratch.Dispose();

    internal void Restart()
    {
        _count = 0;
        _used = 0;
    }

    internal void AddEmpty() => _cells[_count++] = default;

    internal void AddWhole(long value) => _cells[_count++] = new StyledCell(value, styles.Whole);

    internal void AddDecimal(decimal value, int scale) =>
        _cells[_count++] = new StyledCell(value, styles.OfDecimal(scale, decimal.IsInteger(value)));

    internal void AddDouble(double value) =>
        _cells[_count++] = new StyledCell(
            value,
            double.IsInteger(value) && Math.Abs(value) < LargestShownWhole ? styles.Whole : null
        );

    internal void AddFlag(bool value) => _cells[_count++] = new StyledCell(value, null);

    /// <summary>False when spreadsheets do not know the day.</summary>
    /// <param name="day">Since 1970-01-01.</param>
    internal bool TryAddDay(int day)
    {
        if (!IsSafe(day))
        {
            return false;
        }

        _cells[_count++] = new StyledCell(day + DaysTo1970, styles.Day);
        return true;
    }

    /// <summary>False for 24:00:00, which would show as midnight.</summary>
    /// <param name="nanos">Since midnight.</param>
    internal bool TryAddTime(long nanos)
    {
        if (nanos >= TimeText.NanosOfDay)
        {
            return false;
        }

        var style = nanos % TimeText.NanosOfSecond < NanosOfMilli ? styles.Time : styles.FineTime;
        _cells[_count++] = new StyledCell(nanos / (double)TimeText.NanosOfDay, style);
        return true;
    }

    /// <summary>False when spreadsheets do not know the day.</summary>
    /// <param name="day">Since 1970-01-01.</param>
    /// <param name="nanos">Since midnight; the last digits of microseconds are lost.</param>
    /// <param name="isUtc">Whether it is shown with a Z.</param>
    internal bool TryAddMoment(long day, long nanos, bool isUtc)
    {
        if (!IsSafe(day))
        {
            return false;
        }

        var value = day + DaysTo1970 + (nanos / (double)TimeText.NanosOfDay);
        var isFine = nanos % TimeText.NanosOfSecond >= NanosOfMilli;
        _cells[_count++] = new StyledCell(value, styles.OfMoment(isFine, isUtc));
        return true;
    }

    /// <summary>The plain text of a cell: cleaned for XML, cut to what a cell holds.</summary>
    internal void AddText(ResultCell cell, int row) => AddText(cell.ReadText(row, _scratch));

    private void AddText(ReadOnlySpan<byte> utf8)
    {
        if (_chars.Length - _used < utf8.Length)
        {
            // The cells before keep the old array alive until the row is written.
            _chars = new char[Math.Max(_chars.Length * 2, utf8.Length)];
            _used = 0;
        }

        var length = Encoding.UTF8.GetChars(utf8, _chars.AsSpan(_used));
        ReadOnlyMemory<char> text = _chars.AsMemory(_used, length);
        _used += length;
        if (length > CellText.MaxLength || NeedsCare(text.Span))
        {
            text = Cleaned(text.Span).AsMemory();
        }

        _cells[_count++] = new StyledCell(text, text.Length > LongestOfTextFormat ? null : styles.Text);
    }

    private static bool NeedsCare(ReadOnlySpan<char> text) =>
        text.ContainsAny(s_unclean) || text.Contains("_x", StringComparison.Ordinal);

    private static string Cleaned(ReadOnlySpan<char> text)
    {
        var clean = CellText.Clean(text.ToString());
        if (clean.Length > CellText.MaxLength)
        {
            var end = CellText.MaxLength - CutMark.Length;
            clean = string.Concat(clean.AsSpan(0, char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end), CutMark);
        }

        return CellText.Escape(clean);
    }

    private static bool IsSafe(long day) => day is >= FirstSafeDay - DaysTo1970 and <= LastDay - DaysTo1970;
}
