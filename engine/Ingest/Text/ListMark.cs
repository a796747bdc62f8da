namespace Analytics.Ingest.Text;

/// <summary>Marks that open a heading or an item of an enumeration: 一、（一）一是 一要 1. ① 第一条 附件.</summary>
internal static class ListMark
{
    private const string Numerals = "一二三四五六七八九十";

    /// <summary>Whether the text begins with one.</summary>
    public static bool Starts(string text) =>
        Read(text, 0) is not null
        || text[0] is (>= '①' and <= '⑳') or '•' or '·' or '●' or '■' or '◆'
        || text.StartsWith("附件", StringComparison.Ordinal)
        || text.StartsWith("附：", StringComparison.Ordinal)
        || text.StartsWith("联系", StringComparison.Ordinal);

    /// <summary>Reads the mark at an offset.</summary>
    /// <returns>Its kind (、 （） 是 要 .), its number and its end; null when there is none.</returns>
    public static (char Kind, int Number, int End)? Read(string text, int start)
    {
        var bracketed = start < text.Length && text[start] == '（';
        var at = bracketed ? start + 1 : start;
        var end = at;
        while (end < text.Length && end - at < 3 && Numerals.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        if (end == at)
        {
            return Arabic(text, start, at, bracketed);
        }

        if (end >= text.Length)
        {
            return null;
        }

        char? kind = (bracketed, text[end]) switch
        {
            (true, '）') => '（',
            (false, '、') => '、',
            (false, '是') => '是',
            (false, '要') => '要',
            _ => null,
        };
        return kind is { } found && Grammar.Numeral.Chinese(text.AsSpan(at, end - at)) is { } number
            ? (found, (int)number, end + 1)
            : null;
    }

    private static (char Kind, int Number, int End)? Arabic(string text, int start, int at, bool bracketed)
    {
        var end = at;
        while (end < text.Length && end - at < 2 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (end == at || end >= text.Length || (start > 0 && char.IsAsciiDigit(text[start - 1])))
        {
            return null;
        }

        var isDecimal = end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]);
        var isMark = bracketed ? text[end] == '）' : text[end] == '、' || (text[end] == '.' && !isDecimal);
        return isMark
            ? (
                bracketed ? '(' : '.',
                int.Parse(text.AsSpan(at, end - at), System.Globalization.CultureInfo.InvariantCulture),
                end + 1
            )
            : null;
    }
}
