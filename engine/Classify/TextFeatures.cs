namespace Analytics.Classify;

/// <summary>A text as numbers: the indexes of its n-grams, ascending, and their values, of length one together.</summary>
/// <param name="Indexes">Indexes of the vocabulary.</param>
/// <param name="Values">One value for each.</param>
/// <param name="KnownShare">The share of the text's pairs of characters that the vocabulary has, 0 to 1.</param>
public sealed record TextFeatures(int[] Indexes, float[] Values, double KnownShare)
{
    /// <summary>Weighs the n-grams of a text.</summary>
    /// <param name="found">The index of each n-gram as often as it stands in the text; sorted here.</param>
    /// <param name="idf">The weights by rarity.</param>
    /// <param name="knownShare">The share of known pairs.</param>
    internal static TextFeatures Of(Span<int> found, float[] idf, double knownShare)
    {
        found.Sort();
        var distinct = 0;
        for (var i = 0; i < found.Length; i++)
        {
            distinct += i == 0 || found[i] != found[i - 1] ? 1 : 0;
        }

        var (indexes, values) = (new int[distinct], new float[distinct]);
        var squares = 0f;
        for (int i = 0, at = 0; i < found.Length; at++)
        {
            var first = i;
            while (i < found.Length && found[i] == found[first])
            {
                i++;
            }

            var value = (i - first == 1 ? 1 : 1 + MathF.Log(i - first)) * idf[found[first]];
            (indexes[at], values[at]) = (found[first], value);
            squares += value * value;
        }

        var norm = MathF.Sqrt(squares);
        for (var i = 0; i < distinct; i++)
        {
            values[i] /= norm;
        }

        return new(indexes, values, knownShare);
    }
}
