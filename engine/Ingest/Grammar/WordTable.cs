namespace Analytics.Ingest.Grammar;

/// <summary>Words with a value, found in a text from left to right; the longest word at a place wins.</summary>
/// <typeparam name="T">What a word means.</typeparam>
internal sealed class WordTable<T>
{
    private readonly Dictionary<char, (string Word, T Value)[]> _byFirst;

    /// <summary>Words are given per value, parted by spaces.</summary>
    public WordTable(IEnumerable<(T Value, string Words)> entries) =>
        _byFirst = entries
            .SelectMany(entry => entry.Words.Split(' ').Select(word => (Word: word, entry.Value)))
            .GroupBy(entry => entry.Word[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Word.Length).ToArray());

    /// <summary>Every word of the text with its place, without overlaps.</summary>
    public List<(T Value, int Start, int End)> In(ReadOnlySpan<char> text)
    {
        var found = new List<(T, int, int)>();
        for (var at = 0; at < text.Length; )
        {
            if (At(text, at) is { } hit)
            {
                found.Add((hit.Value, at, at + hit.Length));
                at += hit.Length;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    /// <summary>The longest word at a place; null when none stands there.</summary>
    public (T Value, int Length)? At(ReadOnlySpan<char> text, int at)
    {
        if (_byFirst.TryGetValue(text[at], out var candidates))
        {
            foreach (var (word, value) in candidates)
            {
                if (text[at..].StartsWith(word))
                {
                    return (value, word.Length);
                }
            }
        }

        return null;
    }
}
