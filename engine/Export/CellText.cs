using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Analytics.Export;

/// <summary>Text as a cell can hold it, and the room it takes.</summary>
internal static partial class CellText
{
    /// <summary>The most UTF-16 units one cell holds.</summary>
    internal const int MaxLength = 32_767;

    /// <summary>What begins a new line within a cell.</summary>
    internal static SearchValues<char> LineEnds { get; } = SearchValues.Create("\n\r\f\u0085\u2028\u2029");

    // First and last code point of what Chinese fonts draw at full width, ascending.
    private static readonly (int First, int Last)[] s_wide =
    [
        (0x1100, 0x115F),
        (0x2014, 0x2014),
        (0x2018, 0x2019),
        (0x201C, 0x201D),
        (0x2026, 0x2026),
        (0x2460, 0x24FF),
        (0x2E80, 0xA4CF),
        (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF),
        (0xFE30, 0xFE4F),
        (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6),
        (0x1F300, 0x1FAFF),
        (0x20000, 0x3FFFD),
    ];

    /// <summary>Without the characters XML cannot hold; every line end is a line feed, as the program itself stores it.</summary>
    internal static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '\uD7FF'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                clean.Append('\n');
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    /// <summary>As it stands in the file: _x0041_ would be read as A, so its first line is written as _x005F_.</summary>
    internal static string Escape(string clean) =>
        clean.Contains("_x", StringComparison.Ordinal) ? CharacterCode().Replace(clean, "_x005F_") : clean;

    /// <summary>Whether the program would take the text for a formula if someone typed it.</summary>
    internal static bool LooksLikeFormula(string clean) =>
        clean.AsSpan().TrimStart() is { Length: > 0 } text && text[0] is '=' or '+' or '-' or '@' or '\'';

    /// <summary>The width of the longest line; a Chinese character counts two.</summary>
    internal static int Width(ReadOnlySpan<char> clean)
    {
        var widest = 0;
        foreach (var line in clean.EnumerateLines())
        {
            var width = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                width += IsWide(rune.Value) ? 2 : 1;
            }

            widest = Math.Max(widest, width);
        }

        return widest;
    }

    private static bool IsWide(int codePoint)
    {
        if (codePoint < s_wide[0].First)
        {
            return false;
        }

        // Nearly all that is wide.
        if (codePoint is >= 0x4E00 and <= 0x9FFF)
        {
            return true;
        }

        foreach (var (first, last) in s_wide)
        {
            if (codePoint <= last)
            {
                return codePoint >= first;
            }
        }

        return false;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CharacterCode();
}
