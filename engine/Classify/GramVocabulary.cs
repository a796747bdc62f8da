namespace Analytics.Classify;

/// <summary>The character n-grams a model knows, the most frequent first, with their weights by rarity (idf).</summary>
/// <remarks>Immutable and thread-safe. Source of the shape: <c>1 + ln tf</c>, smoothed idf, length one.</remarks>
public sealed class GramVocabulary
{
    /// <summary>An n-gram is packed into 64 bits, so it has at most four characters.</summary>
    public const int MostCharacters = 4;

    private readonly string[] _grams;
    private readonly float[] _idf;
    private readonly Dictionary<ulong, int> _indexes;

    /// <summary>A vocabulary as stored.</summary>
    /// <param name="grams">The n-grams in the order of their indexes.</param>
    /// <param name="idf">The weight of each.</param>
    public GramVocabulary(IReadOnlyList<string> grams, IReadOnlyList<float> idf)
    {
        (_grams, _idf) = ([.. grams], [.. idf]);
        _indexes = new(_grams.Length);
        for (var i = 0; i < _grams.Length; i++)
        {
            _indexes.Add(Pack(_grams[i]), i);
            Longest = Math.Max(Longest, _grams[i].Length);
        }
    }

    /// <summary>The n-grams in the order of their indexes.</summary>
    public IReadOnlyList<string> Grams => _grams;

    /// <summary>The weight of each by rarity.</summary>
    public IReadOnlyList<float> Idf => _idf;

    /// <summary>The longest n-gram, in characters.</summary>
    public int Longest { get; }

    /// <summary>Counts the n-grams of texts and keeps the most frequent.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="longest">The longest n-gram, 1 to 4.</param>
    /// <param name="leastTexts">In how many texts one must stand.</param>
    /// <param name="most">How many are kept.</param>
    /// <returns>Ordered by texts, then by characters, so the same texts in any order give the same vocabulary.</returns>
    public static GramVocabulary Fit(IReadOnlyList<NormalisedText> texts, int longest, int leastTexts, int most)
    {
        var counts = new Dictionary<ulong, int>();
        var seen = new HashSet<ulong>();
        foreach (var text in texts)
        {
            seen.Clear();
            Visit(
                text.Characters,
                longest,
                (seen, counts),
                static (state, gram) =>
                {
                    if (state.seen.Add(gram))
                    {
                        state.counts[gram] = state.counts.GetValueOrDefault(gram) + 1;
                    }
                }
            );
        }

        var kept = counts
            .Where(pair => pair.Value >= leastTexts)
            .Select(pair => (Gram: Unpack(pair.Key), Texts: pair.Value))
            .OrderByDescending(pair => pair.Texts)
            .ThenBy(pair => pair.Gram, StringComparer.Ordinal)
            .Take(most)
            .ToList();
        return new(
            [.. kept.Select(pair => pair.Gram)],
            [.. kept.Select(pair => (float)(Math.Log((1.0 + texts.Count) / (1.0 + pair.Texts)) + 1))]
        );
    }

    /// <summary>The values of a text.</summary>
    public TextFeatures Features(NormalisedText text)
    {
        var characters = text.Characters;
        var found = new int[characters.Length * Longest];
        var count = 0;
        var knownPairs = 0;
        for (var start = 0; start < characters.Length; start++)
        {
            var gram = 0UL;
            var most = Math.Min(Longest, characters.Length - start);
            for (var n = 0; n < most; n++)
            {
                gram |= (ulong)characters[start + n] << (16 * n);
                if (_indexes.TryGetValue(gram, out var index))
                {
                    found[count++] = index;
                    knownPairs += n == 1 ? 1 : 0;
                }
            }
        }

        var pairs = characters.Length - 1;
        var share =
            pairs > 0 ? (double)knownPairs / pairs
            : count > 0 ? 1
            : 0;
        return TextFeatures.Of(found.AsSpan(0, count), _idf, share);
    }

    /// <summary>Where the known n-grams of a text stand: index, first character, length.</summary>
    internal IEnumerable<(int Index, int Start, int Length)> Places(NormalisedText text)
    {
        for (var start = 0; start < text.Characters.Length; start++)
        {
            for (var n = 1; n <= Longest && start + n <= text.Characters.Length; n++)
            {
                if (_indexes.TryGetValue(Pack(text.Characters.Slice(start, n)), out var index))
                {
                    yield return (index, start, n);
                }
            }
        }
    }

    private static void Visit<TState>(ReadOnlySpan<char> text, int longest, TState state, Action<TState, ulong> see)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var gram = 0UL;
            for (var n = 0; n < longest && start + n < text.Length; n++)
            {
                gram |= (ulong)text[start + n] << (16 * n);
                see(state, gram);
            }
        }
    }

    private static ulong Pack(ReadOnlySpan<char> gram)
    {
        var packed = 0UL;
        for (var n = 0; n < gram.Length; n++)
        {
            packed |= (ulong)gram[n] << (16 * n);
        }

        return packed;
    }

    private static string Unpack(ulong gram)
    {
        Span<char> characters = stackalloc char[MostCharacters];
        var length = 0;
        for (; gram != 0; gram >>= 16)
        {
            characters[length++] = (char)(gram & 0xFFFF);
        }

        return characters[..length].ToString();
    }
}
