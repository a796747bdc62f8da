using Analytics.Ingest.Text;
using Sylvan.Data.Csv;

namespace Analytics.Ingest.Tables;

/// <summary>The headings of columns (<c>columns.csv</c>) and the roles they stand for.</summary>
internal static class ColumnWords
{
    private static readonly Dictionary<string, (string Role, int Order)> s_words = Load();

    /// <summary>The roles that have known headings.</summary>
    public static IReadOnlySet<string> Roles { get; } =
        s_words.Values.Select(found => found.Role).ToHashSet(StringComparer.Ordinal);

    /// <summary>The role a heading stands for; null when no known heading is in it.</summary>
    /// <param name="heading">A cleaned heading (<see cref="Clean"/>).</param>
    /// <returns>Exact before contained, long before short.</returns>
    public static HeadingMatch? Match(string heading)
    {
        if (s_words.TryGetValue(heading, out var exact))
        {
            return new(exact.Role, heading, 100_000 - exact.Order, IsExact: true);
        }

        HeadingMatch? best = null;
        for (var start = 0; start < heading.Length; start++)
        {
            for (var length = heading.Length - start; length >= 2; length--)
            {
                var words = heading.Substring(start, length);
                if (s_words.TryGetValue(words, out var found))
                {
                    // The head of a Chinese phrase stands last: of two words of one length the later one.
                    if (best is not { } known || length * 100 >= known.Strength)
                    {
                        best = new(found.Role, words, length * 100, IsExact: false);
                    }

                    break;
                }
            }
        }

        return best;
    }

    /// <summary>A heading without spaces, line breaks and marks, each character in one way of writing.</summary>
    public static string Clean(string heading) =>
        string.Concat(
            heading
                .Where(c => !char.IsWhiteSpace(c))
                .Select(CharacterFolding.Fold)
                .Where(c => c is not ('\0' or ' ' or '*'))
        );

    private static Dictionary<string, (string Role, int Order)> Load()
    {
        using var stream = typeof(ColumnWords).Assembly.GetManifestResourceStream("Tables/columns.csv")!;
        using var text = new StreamReader(stream);
        using var reader = CsvDataReader.Create(text);
        var words = new Dictionary<string, (string, int)>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            var order = 0;
            foreach (var word in reader.GetString(1).Split('|'))
            {
                words.Add(Clean(word), (reader.GetString(0), order++));
            }
        }

        return words;
    }
}

/// <summary>What a heading was found to be.</summary>
/// <param name="Role">A code of <see cref="ColumnRoles"/>.</param>
/// <param name="Words">The known words in it.</param>
/// <param name="Strength">How well, to choose between columns: exact before contained, long before short, first named before later.</param>
/// <param name="IsExact">Whether the heading is these words.</param>
internal readonly record struct HeadingMatch(string Role, string Words, int Strength, bool IsExact);
