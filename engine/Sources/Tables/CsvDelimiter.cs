namespace Analytics.Sources.Tables;

/// <summary>What parts the cells of a CSV: comma, tab or semicolon, found from its first lines.</summary>
internal static class CsvDelimiter
{
    private const int MostLines = 20;

    // Also the order of preference when the lines do not decide: a tab is hardly ever part of a text.
    private static readonly char[] s_candidates = ['\t', ',', ';'];

    /// <summary>The delimiter whose number is the same in most lines; a comma when there is none.</summary>
    public static char In(ReadOnlySpan<char> head)
    {
        var best = (Lines: 0, Count: 0, Delimiter: ',');
        foreach (var candidate in s_candidates)
        {
            var counts = Counts(head, candidate);
            foreach (var count in counts)
            {
                var lines = counts.FindAll(other => other == count).Count;
                if (count > 0 && (lines > best.Lines || (lines == best.Lines && count > best.Count)))
                {
                    best = (lines, count, candidate);
                }
            }
        }

        return best.Delimiter;
    }

    private static List<int> Counts(ReadOnlySpan<char> head, char candidate)
    {
        var counts = new List<int>();
        var count = 0;
        var isQuoted = false;
        foreach (var c in head)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted)
            {
                continue;
            }
            else if (c == candidate)
            {
                count++;
            }
            else if (c == '\n')
            {
                counts.Add(count);
                count = 0;
                if (counts.Count == MostLines)
                {
                    return counts;
                }
            }
        }

        if (count > 0)
        {
            counts.Add(count);
        }

        return counts;
    }
}
