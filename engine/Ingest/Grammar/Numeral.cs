using System.Globalization;

namespace Analytics.Ingest.Grammar;

/// <summary>Numbers as written: 3,599 · 97.95 · 1.2万 · 十二 · 两百三十 · 一百零五.</summary>
internal static class Numeral
{
    private const string ChineseCharacters = "零〇一二两三四五六七八九十百千万亿";
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Whether a character can be part of a Chinese number.</summary>
    public static bool IsChinese(char c) => ChineseCharacters.Contains(c, StringComparison.Ordinal);

    /// <summary>The value of a Chinese number; null when the characters are none.</summary>
    public static decimal? Chinese(ReadOnlySpan<char> text)
    {
        decimal total = 0;
        decimal section = 0;
        decimal? digit = null;
        if (text.Length is 0 or > 16)
        {
            return null;
        }

        foreach (var c in text)
        {
            if (DigitOf(c) is { } value)
            {
                if (digit is > 0)
                {
                    return null;
                }

                digit = value;
            }
            else if (ScaleOf(c) < 10000)
            {
                section += (digit ?? 1) * ScaleOf(c);
                digit = null;
            }
            else
            {
                if ((section == 0 && digit is null) || total > 1000000000000m)
                {
                    return null;
                }

                total = (total + section + (digit ?? 0)) * ScaleOf(c);
                section = 0;
                digit = null;
            }
        }

        return total + section + (digit ?? 0);
    }

    /// <summary>Reads an Arabic number with thousands separators, decimals and 万 or 亿.</summary>
    /// <returns>The value and the end; null when none stands at <paramref name="start"/> or it is too long for a count.</returns>
    public static (decimal Value, int End)? Arabic(string text, int start)
    {
        var end = SkipDigits(text, start);
        if (end == start || end - start > 15)
        {
            return null;
        }

        var grouped = end - start <= 3;
        while (grouped && end + 3 < text.Length && text[end] == ',' && SkipDigits(text, end + 1) == end + 4)
        {
            end += 4;
        }

        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end = SkipDigits(text, end + 1);
        }

        var digits = text.AsSpan(start, end - start).ToString().Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return end < text.Length && text[end] is '万' or '亿' && value < 1000000000000m
            ? (Whole(value * ScaleOf(text[end])), end + 1)
            : (value, end);
    }

    // 1.2万 is 12000, not 12000.0.
    private static decimal Whole(decimal value) => value == decimal.Truncate(value) ? decimal.Truncate(value) : value;

    private static int SkipDigits(string text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        return start;
    }

    private static int? DigitOf(char c) =>
        c switch
        {
            '两' => 2,
            '〇' => 0,
            _ => Digits.IndexOf(c, StringComparison.Ordinal) is var digit and >= 0 ? digit : null,
        };

    private static decimal ScaleOf(char c) =>
        c switch
        {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => 10000,
            _ => 100000000,
        };
}
