using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Measures and breaks text in one font, without drawing.</summary>
internal static class Lettering
{
    /// <summary>Marks that must not begin a line (行首禁则).</summary>
    private const string NotFirst = "，。、；：？！）》〕”’…—％%.,;:)";

    /// <summary>Marks that must not end a line (行尾禁则).</summary>
    private const string NotLast = "（《〔“‘(▲▼";

    public static SKFont Face(CjkFont font, TextStyle style) =>
        new(style.Bold ? font.Bold : font.Regular, style.Size)
        {
            Subpixel = true,
            Edging = SKFontEdging.Antialias,
            // Hinting differs by platform build; pictures should not.
            Hinting = SKFontHinting.None,
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
        var lines = Broken(face, text, width);
        if (lines.Count < 2)
        {
            return lines;
        }

        // A last line of one or two characters looks like a mistake: take the narrowest measure with as many lines.
        var (low, high) = (width / 2, width);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            var tried = Broken(face, text, middle);
            (low, high) = tried.Count > lines.Count ? (middle, high) : (low, middle);
        }

        return Broken(face, text, high);
    }

    private static List<string> Broken(SKFont face, string text, float width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text))
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
                    || (IsWord(pieces[^1][^1]) && rune.IsBmp && IsWord((char)rune.Value))
                );
            if (joined)
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

    private static bool IsWord(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '+' or '-' or '.';
}

/// <summary>How a text is set: size in pixels, weight and colour.</summary>
internal readonly record struct TextStyle(float Size, SKColor Color, bool Bold = false);
