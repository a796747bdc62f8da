using System.Text;

namespace Analytics.Charts;

/// <summary>Names of any length as a picture can bear them: one line, cut in the middle, for names are often told apart by their ends.</summary>
internal static class ShortLabel
{
    // Longer ones cannot be read in a picture, and measuring one of thousands of characters would hold up the server.
    private const int Most = 40;
    private const string Cut = "…";

    /// <summary>A text as one line of at most 40 characters, without control characters.</summary>
    public static string Tidy(string text)
    {
        var runes = text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && rune != Rune.ReplacementChar).ToList();
        return runes.Count <= Most ? string.Concat(runes) : Shortened(runes, Most);
    }

    /// <summary>As much of a text as fits.</summary>
    /// <param name="text">A tidy text.</param>
    /// <param name="fits">Whether a text does.</param>
    public static string Fit(string text, Func<string, bool> fits)
    {
        if (fits(text))
        {
            return text;
        }

        var runes = text.EnumerateRunes().ToList();
        var length = runes.Count - 1;
        while (length > 2 && !fits(Shortened(runes, length)))
        {
            length--;
        }

        return Shortened(runes, length);
    }

    // The beginning has the larger half.
    private static string Shortened(List<Rune> runes, int length)
    {
        var end = (length - 1) / 2;
        return string.Concat(runes.Take(length - 1 - end)) + Cut + string.Concat(runes.TakeLast(end));
    }
}
