using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Classify;

/// <summary>Folds a text (NFKC, lower case, no white space) and masks unit names, dates and numbers.</summary>
/// <remarks>Measured: department names act as labels when they are left in. Immutable and thread-safe.</remarks>
public sealed partial class TextNormaliser
{
    /// <summary>The most characters of a text that are read.</summary>
    public const int MostCharacters = 20_000;

    // Of the private use area: no text has them, and they take one place in an n-gram.
    private const char UnitMask = '\uE000';
    private const char DateMask = '\uE001';
    private const char NumberMask = '\uE002';
    private const int ShortestName = 3;

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");
    private readonly string[] _names;
    private readonly SearchValues<string>? _anyName;

    /// <summary>Makes a normaliser.</summary>
    /// <param name="names">The names to mask; those under three characters are left, since they are parts of other words.</param>
    public TextNormaliser(IEnumerable<string> names)
    {
        _names =
        [
            .. names
                .Select(Folded)
                .Where(name => name.Length >= ShortestName)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(name => name.Length)
                .ThenBy(name => name, StringComparer.Ordinal),
        ];
        _anyName = _names.Length == 0 ? null : SearchValues.Create(_names, StringComparison.Ordinal);
    }

    /// <summary>The masked names, folded, longest first.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>An n-gram as people read it: masks in words.</summary>
    public static string Readable(string gram) =>
        gram.Replace($"{UnitMask}", "〔单位〕", StringComparison.Ordinal)
            .Replace($"{DateMask}", "〔日期〕", StringComparison.Ordinal)
            .Replace($"{NumberMask}", "〔数〕", StringComparison.Ordinal);

    /// <summary>Normalises a text; what stands behind <see cref="MostCharacters"/> is not read.</summary>
    public NormalisedText Normalise(string text)
    {
        var read = Math.Min(text.Length, MostCharacters);
        var folded = new Folding(read);
        Fold(text.AsSpan(0, read), folded);
        if (_anyName is not null)
        {
            MaskNames(folded, _anyName);
        }

        if (folded.Characters.IndexOfAny(s_digits) >= 0)
        {
            MaskNumbers(folded);
        }

        return folded.ToText(read, read < text.Length);
    }

    private static string Folded(string name)
    {
        var folded = new Folding(name.Length);
        Fold(name, folded);
        return folded.Characters.ToString();
    }

    private static void Fold(ReadOnlySpan<char> text, Folding folded)
    {
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (IsPlain(c))
            {
                folded.Add(c, at++);
            }
            else if (c < 128)
            {
                if (c > ' ')
                {
                    folded.Add(char.ToLowerInvariant(c), at);
                }

                at++;
            }
            else
            {
                at += FoldCluster(text[at..], at, folded);
            }
        }
    }

    // What folding leaves as it is: unified ideographs, lower case, digits, the usual Chinese punctuation.
    private static bool IsPlain(char c) =>
        c
            is >= '\u4E00'
                and <= '\u9FFF'
                or >= 'a'
                and <= 'z'
                or >= '0'
                and <= '9'
                or '、'
                or '。'
                or '《'
                or '》'
                or '“'
                or '”';

    // A character and the marks that compose with it.
    private static int FoldCluster(ReadOnlySpan<char> text, int origin, Folding folded)
    {
        if (Rune.DecodeFromUtf16(text, out _, out var length) != OperationStatus.Done)
        {
            return 1;
        }

        while (
            length < text.Length && CharUnicodeInfo.GetUnicodeCategory(text[length]) == UnicodeCategory.NonSpacingMark
        )
        {
            length++;
        }

        foreach (var c in text[..length].ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c is < UnitMask or > '\uF8FF')
            {
                folded.Add(c, origin);
            }
        }

        return length;
    }

    private void MaskNames(Folding folded, SearchValues<string> anyName)
    {
        for (var from = 0; ; )
        {
            var found = folded.Characters[from..].IndexOfAny(anyName);
            if (found < 0)
            {
                break;
            }

            var rest = folded.Characters[(from + found)..];
            foreach (var name in _names)
            {
                if (rest.StartsWith(name, StringComparison.Ordinal))
                {
                    folded.Mask(from + found, name.Length, UnitMask);
                    break;
                }
            }

            from += found + 1;
        }

        folded.Close();
    }

    private static void MaskNumbers(Folding folded)
    {
        foreach (var match in Numbers.EnumerateMatches(folded.Characters))
        {
            var isDate = folded.Characters.Slice(match.Index, match.Length).IndexOfAny('年', '月', '-') >= 0;
            folded.Mask(match.Index, match.Length, isDate ? DateMask : NumberMask);
        }

        folded.Close();
    }

    [GeneratedRegex(
        @"[0-9]{4}年([0-9]{1,2}月([0-9]{1,2}[日号]?)?)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}月[0-9]{1,2}[日号]?|[0-9]+([.,/][0-9]+)*",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Numbers { get; }
}
