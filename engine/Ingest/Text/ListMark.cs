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

    // 1.1 总体情况, 2.3.1网站: several levels before a word that measures nothing.
    private static (char Kind, int Number, int End)? Levels(string text, int start)
    {
        if (start > 0 && text[start - 1] != '\n')
        {
            return null;
        }

        var (at, levels, number) = (start, 0, 0);
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            var first = at;
            while (at < text.Length && at - first < 2 && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            number = int.Parse(text.AsSpan(first, at - first), System.Globalization.CultureInfo.InvariantCulture);
            levels++;
            if (at >= text.Length || text[at] != '.')
            {
                break;
            }

            at++;
        }

        at += at < text.Length && text[at] is '、' or ' ' ? 1 : 0;
        var isWord =
            at < text.Length && CharacterFolding.IsChinese(text[at]) && text[at] is not ('万' or '亿' or '余' or '多');
        return levels > 1 && isWord && Grammar.MeasureWords.At(text, at).Word.Length == 0
            ? (levels == 2 ? '·' : '•', number, at)
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

        if (!bracketed && Levels(text, start) is { } levels)
        {
            return levels;
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
