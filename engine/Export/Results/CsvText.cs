using System.Buffers;

namespace Analytics.Export;

/// <summary>Text as a cell of a csv file.</summary>
internal static class CsvText
{
    private static readonly SearchValues<byte> s_quoted = SearchValues.Create(",\"\r\n"u8);

    /// <summary>Writes the text, in quotes where it needs them, behind an apostrophe where a spreadsheet would run it.</summary>
    internal static void Write(ResultBuffer to, ReadOnlySpan<byte> utf8)
    {
        var isFormula = LooksLikeFormula(utf8);
        if (!isFormula && !utf8.IsEmpty && utf8.IndexOfAny(s_quoted) < 0 && !IsDigits(utf8))
        {
            to.Add(utf8);
            return;
        }

        to.Add(isFormula ? "\"'"u8 : "\""u8);
        while (utf8.IndexOf((byte)'"') is >= 0 and var at)
        {
            to.Add(utf8[..(at + 1)]);
            to.Add((byte)'"');
            utf8 = utf8[(at + 1)..];
        }

        to.Add(utf8);
        to.Add((byte)'"');
    }

    // Blanks do not keep a spreadsheet from a formula; in Chinese ones the wide signs begin one too. A number is none.
    private static bool LooksLikeFormula(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || utf8[0] is > (byte)'@' and < 0xC2)
        {
            return false;
        }

        if (utf8[0] is (byte)'\t' or (byte)'\r')
        {
            return true;
        }

        var text = TrimStart(utf8);
        if (text.IsEmpty)
        {
            return false;
        }

        return text[0] switch
        {
            (byte)'=' or (byte)'@' => true,
            (byte)'+' or (byte)'-' => !IsNumber(text[1..]),
            _ => IsWideSign(text),
        };
    }

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> utf8)
    {
        while (true)
        {
            var blank =
                utf8.IsEmpty ? 0
                : utf8[0] is (byte)' ' or (>= 9 and <= 13) ? 1
                : utf8.StartsWith("\u00A0"u8) ? 2
                : utf8.StartsWith("\u3000"u8) || utf8.StartsWith("\uFEFF"u8) ? 3
                : 0;
            if (blank == 0)
            {
                return utf8;
            }

            utf8 = utf8[blank..];
        }
    }

    private static bool IsWideSign(ReadOnlySpan<byte> utf8) =>
        utf8[0] == 0xEF
        && (utf8.StartsWith("＝"u8) || utf8.StartsWith("＋"u8) || utf8.StartsWith("－"u8) || utf8.StartsWith("＠"u8));

    private static bool IsNumber(ReadOnlySpan<byte> utf8)
    {
        var point = utf8.IndexOf((byte)'.');
        return point < 0 ? IsDigits(utf8) : IsDigits(utf8[..point]) && IsDigits(utf8[(point + 1)..]);
    }

    private static bool IsDigits(ReadOnlySpan<byte> utf8) =>
        !utf8.IsEmpty && !utf8.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
