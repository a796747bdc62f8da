namespace Analytics.Ingest.Text;

/// <summary>Tells a row of a pasted table from a sentence with odd spaces, and cuts it into cells.</summary>
internal static class TableColumns
{
    /// <summary>The cells of a row; null when the line is no row.</summary>
    /// <remarks>
    /// Bars always part cells. Tabs and runs of spaces do when no sentence stands in the line. Single spaces do only
    /// when one of three or more cells is a bare number: titles are pasted with single spaces too.
    /// </remarks>
    public static string[]? Split(string text)
    {
        if (text.Contains('|', StringComparison.Ordinal))
        {
            var cells = text.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            return cells.Length >= 2 ? cells : null;
        }

        if (
            text.Contains('\t', StringComparison.Ordinal)
            && text.Trim('\t', ' ').Contains('\t', StringComparison.Ordinal)
        )
        {
            return Unless(text, text.Trim(' ').Split('\t', StringSplitOptions.TrimEntries));
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || text.AsSpan().ContainsAny(Marks.InSentence))
        {
            return null;
        }

        var wide = text.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (wide.Length >= 3)
        {
            return wide;
        }

        return words.Any(IsNumber) && !HasMeasureWord(words) ? words : null;
    }

    private static string[]? Unless(string text, string[] cells) =>
        cells.Length < 2 || text.AsSpan().ContainsAny("。，；") ? null : cells;

    // 发现问题 198 条 is a sentence with odd spaces.
    private static bool HasMeasureWord(string[] words)
    {
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (IsNumber(words[i]) && Grammar.MeasureWords.At(words[i + 1], 0).Word.Length == words[i + 1].Length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumber(string word) => word.AsSpan().IndexOfAnyExcept(Marks.OfNumber) < 0;
}
