using System.Text;

namespace Analytics.Ingest.Text;

/// <summary>One line of the file after folding: its text without meaningless spaces, and what kind of line it is.</summary>
/// <param name="Text">The folded text.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Its number in the file, from 1.</param>
internal readonly record struct PhysicalLine(string Text, LineKind Kind, int Number)
{
    /// <summary>The words of a line that single spaces part and that would head a table if rows of as many cells follow.</summary>
    public string[] Words { get; private init; } = [];

    /// <summary>Whether this line heads the rows that begin with another line.</summary>
    public bool Heads(PhysicalLine row) =>
        Kind == LineKind.Body
        && row.Kind == LineKind.Row
        && Words.Length >= 3
        && Words.Length == row.Text.AsSpan().Count(" | ") + 1;

    /// <summary>The same line as a row of cells.</summary>
    public PhysicalLine AsRow() => this with { Kind = LineKind.Row, Text = string.Join(" | ", Words) };

    /// <summary>Folds one line of the file; null when nothing is left of it.</summary>
    public static PhysicalLine? From(ReadOnlySpan<char> raw, int number)
    {
        var folded = new StringBuilder(raw.Length);
        foreach (var c in raw)
        {
            if (CharacterFolding.Fold(c) is var kept and not '\0')
            {
                folded.Append(kept);
            }
        }

        var text = folded.ToString().Trim(' ');
        var hashes =
            text.AsSpan().IndexOfAnyExcept('#') is var first and > 0 and <= 6 && text[first] == ' ' ? first : 0;
        var kind = hashes > 0 ? LineKind.Heading : LineKind.Body;
        text = WithoutEmphasis(text[hashes..]).Trim(' ');
        if (IsRule(text))
        {
            return null;
        }

        if (kind == LineKind.Body && TableColumns.Split(text) is { } cells)
        {
            return new(string.Join(" | ", cells.Select(Tidy)), LineKind.Row, number);
        }

        if (text.StartsWith("- ", StringComparison.Ordinal) || text.StartsWith("* ", StringComparison.Ordinal))
        {
            text = text[2..];
        }

        var words = text.AsSpan().ContainsAny(Marks.InSentence)
            ? []
            : text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        text = Tidy(text);
        return text.Length == 0 ? null : new(text, kind, number) { Words = words };
    }

    // A line drawn under a heading or between the head and the body of a markdown table.
    private static bool IsRule(string text) => text.AsSpan().IndexOfAnyExcept(Marks.Drawn) < 0;

    // Markdown puts two or three stars on each side of bold words; longer runs are masked digits (138****1111).
    private static string WithoutEmphasis(string text)
    {
        if (!text.Contains("**", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            var length = Math.Max(text.AsSpan(i).IndexOfAnyExcept('*'), 0);
            length = length == 0 && text[i] == '*' ? text.Length - i : length;
            plain.Append(text, i, length is 2 or 3 ? 0 : Math.Max(length, 1));
            i += Math.Max(length, 1);
        }

        return plain.ToString();
    }

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var before = tidy.Length > 0 ? tidy[^1] : '\n';
            var next = i + 1 < text.Length ? text[i + 1] : '\n';
            if (text[i] is ' ' or '\t')
            {
                if (!IsMeaningless(before, next))
                {
                    tidy.Append(' ');
                }

                continue;
            }

            tidy.Append(Punctuation(before, text[i], next));
        }

        return tidy.ToString().Trim(' ');
    }

    // Between two Latin words, or a Latin and a Chinese word (an account's name), a space belongs to the name.
    private static bool IsMeaningless(char before, char next) =>
        before is ' ' or '\n'
        || next is ' ' or '\t' or '\n'
        || (CharacterFolding.IsWide(before) && CharacterFolding.IsWide(next))
        || (char.IsAsciiDigit(before) && !CharacterFolding.IsLetter(next))
        || (char.IsAsciiDigit(next) && !CharacterFolding.IsLetter(before))
        || (CharacterFolding.IsWide(before) && !CharacterFolding.IsChinese(before))
        || (CharacterFolding.IsWide(next) && !CharacterFolding.IsChinese(next));

    private static char Punctuation(char before, char c, char next) =>
        c switch
        {
            ',' when !(char.IsAsciiDigit(before) && char.IsAsciiDigit(next)) => '，',
            ':' when !(char.IsAsciiDigit(before) && char.IsAsciiDigit(next)) => '：',
            ';' => '；',
            '?' => '？',
            '!' => '！',
            '.'
                when (CharacterFolding.IsChinese(before) || before is '%' or '）' or '”')
                    && !CharacterFolding.IsLetter(next) => '。',
            _ => c,
        };
}
