using System.Text;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Measures and breaks text in one font, without drawing.</summary>
internal static class Lettering
{
    /// <summary>From the middle of a line to that of the next, in sizes of its letters.</summary>
    public const float LineHeight = 1.22f;

    private const float SmallSize = 11.5f;
    private const float LeastSize = 10;

    /// <summary>Marks that must not begin a line (行首禁则).</summary>
    private const string NotFirst = "，。、；：？！）》〕”’…—％%.,;:)";

    /// <summary>Marks that must not end a line (行尾禁则).</summary>
    private const string NotLast = "（《〔“‘(▲▼";

    /// <summary>What a figure counts, which stays with it: 23条.</summary>
    private const string Counted = "条个名分次家件类项年月日";

    /// <summary>Where a line may end best, next best, at need.</summary>
    private static readonly string[] s_ends = ["；。　;.", "；。　，：;.,:", "；。　，：、;.,:"];

    public static SKFont Face(CjkFont font, TextStyle style) =>
        new(style.Bold ? font.Bold : font.Regular, style.Size)
        {
            Subpixel = true,
            Edging = SKFontEdging.Antialias,
            Embolden = style.Bold && !font.HasBold,
        };

    public static float Width(CjkFont font, string text, TextStyle style)
    {
        using var face = Face(font, style);
        return face.MeasureText(text);
    }

    /// <summary>Breaks a text into lines no wider than <paramref name="width"/>, all of about the same length.</summary>
    public static IReadOnlyList<string> Lines(CjkFont font, string text, TextStyle style, float width)
    {
        using var face = Face(font, style);
        var pieces = Pieces(text);
        var least = Broken(face, pieces, width).Count;
        if (least < 2)
        {
            return [text];
        }

        // A line reads best when it ends with a sentence, next best with a part of one; but never at the cost of a line.
        foreach (var ends in s_ends)
        {
            var clauses = Joined(pieces, ends);
            if (
                clauses.TrueForAll(clause => face.MeasureText(clause.TrimEnd()) <= width)
                && Broken(face, clauses, width).Count == least
            )
            {
                return Balanced(face, clauses, width);
            }
        }

        // A name of Chinese characters within English words is one of them; to keep it whole may cost a line.
        var words = Joined(pieces, " ");
        return
            IsLatin(text)
            && words.TrueForAll(word => face.MeasureText(word.TrimEnd()) <= width)
            && Broken(face, words, width).Count <= least + 1
            ? Balanced(face, words, width)
            : Balanced(face, pieces, width);
    }

    private static bool IsLatin(string text) =>
        text.Count(char.IsAsciiLetter) > text.Count(letter => letter > '\u2E7F');

    /// <summary>A last line of one or two characters looks like a mistake: takes the narrowest measure with as many lines.</summary>
    private static List<string> Balanced(SKFont face, List<string> pieces, float width)
    {
        var least = Broken(face, pieces, width).Count;
        var (low, high) = (width / 2, width);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            var isTooNarrow =
                Broken(face, pieces, middle) is var tried
                && (tried.Count > least || tried.Exists(line => face.MeasureText(line) > middle));
            (low, high) = isTooNarrow ? (middle, high) : (low, middle);
        }

        return Broken(face, pieces, high);
    }

    private static List<string> Broken(SKFont face, List<string> pieces, float width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && face.MeasureText(line + piece.TrimEnd()) > width)
            {
                lines.Add(line.TrimEnd());
                line = piece.TrimStart();
            }
            else
            {
                line += piece;
            }
        }

        if (line.Length > 0)
        {
            lines.Add(line.TrimEnd());
        }

        return lines;
    }

    /// <summary>Joins pieces up to those that end with one of some marks.</summary>
    private static List<string> Joined(List<string> pieces, string ends)
    {
        var clauses = new List<string>();
        var clause = "";
        foreach (var piece in pieces)
        {
            clause += piece;
            if (ends.Contains(piece[^1], StringComparison.Ordinal))
            {
                clauses.Add(clause);
                clause = "";
            }
        }

        return clause.Length > 0 ? [.. clauses, clause] : clauses;
    }

    /// <summary>The pieces between which a line may break: Chinese characters with their marks, numbers and words as a whole.</summary>
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        foreach (var rune in text.EnumerateRunes())
        {
            var next = rune.ToString();
            var joined =
                pieces.Count > 0
                && (
                    NotFirst.Contains(next, StringComparison.Ordinal)
                    || NotLast.Contains(pieces[^1][^1], StringComparison.Ordinal)
                    || (char.IsAsciiDigit(pieces[^1][^1]) && Counted.Contains(next, StringComparison.Ordinal))
                    || (IsWord(pieces[^1][^1]) && rune.IsBmp && IsWord((char)rune.Value))
                );
            if (IsCount(pieces, rune))
            {
                pieces[^2] += pieces[^1] + next;
                pieces.RemoveAt(pieces.Count - 1);
            }
            else if (joined)
            {
                pieces[^1] += next;
            }
            else
            {
                pieces.Add(next);
            }
        }

        return pieces;
    }

    /// <summary>Whether a figure, a space and what it counts meet here, which belong together: 5 findings, 31 December, Q4 2024.</summary>
    /// <remarks>Not at the beginning: a line cannot end there anyway, while the head of a narrow column may stand in two.</remarks>
    private static bool IsCount(List<string> pieces, Rune next) =>
        pieces.Count > 2
        && pieces[^1] == " "
        && char.IsAsciiDigit(pieces[^2][^1])
        && next.IsAscii
        && char.IsAsciiLetterOrDigit((char)next.Value);

    private static bool IsWord(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '+' or '-' or '.';

    /// <summary>A text that is wider than its column gets smaller, and if it must be small takes more lines where there is room for them.</summary>
    /// <param name="sheet">Measures.</param>
    /// <param name="text">The text.</param>
    /// <param name="style">As it would be set best.</param>
    /// <param name="width">The column's width.</param>
    /// <param name="height">The height there is for lines.</param>
    public static (IReadOnlyList<string> Lines, TextStyle Style) Block(
        Sheet sheet,
        string text,
        TextStyle style,
        float width,
        float height
    )
    {
        var (one, fitted) = Fitted(sheet, text, style, width);
        if (one == text && fitted.Size >= SmallSize)
        {
            return ([one], fitted);
        }

        foreach (var size in new[] { SmallSize, LeastSize })
        {
            var small = style with { Size = Math.Min(style.Size, size) };
            var room = (int)(height / (small.Size * LineHeight));
            var lines = Lines(sheet.Font, text, small, width);
            if (lines.Count <= room)
            {
                return (lines, small);
            }

            if (size == LeastSize && room > 1)
            {
                var rest = string.Concat(lines.Skip(room - 1));
                return ([.. lines.Take(room - 1), Fitted(sheet, rest, small, width).Text], small);
            }
        }

        return ([one], fitted);
    }

    /// <summary>A text that is wider than its column gets smaller; one that is far wider also ends in ….</summary>
    public static (string Text, TextStyle Style) Fitted(Sheet sheet, string text, TextStyle style, float width)
    {
        if (sheet.Width(text, style) is var needed && needed > width)
        {
            style = style with { Size = Math.Max(style.Size * 0.985f * width / needed, LeastSize) };
            // Letters do not shrink quite as their size does.
            while (style.Size > LeastSize && sheet.Width(text, style) > width)
            {
                style = style with { Size = Math.Max(style.Size - 0.25f, LeastSize) };
            }
        }

        var shown = text;
        while (shown.Length > 1 && sheet.Width(shown, style) > width + 0.5f)
        {
            shown = shown[..^(shown.EndsWith('…') ? 2 : 1)] + "…";
        }

        return (shown, style);
    }
}

/// <summary>How a text is set: size in pixels, weight and colour.</summary>
internal readonly record struct TextStyle(float Size, Tone Color, bool Bold = false);
