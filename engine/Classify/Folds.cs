using System.Security.Cryptography;
using System.Text;

namespace Analytics.Classify;

/// <summary>Parts of a set that take turns being kept aside.</summary>
public static class Folds
{
    /// <summary>Gives each text a part, the classes spread evenly.</summary>
    /// <param name="rows">The texts.</param>
    /// <param name="count">How many parts, at least 2.</param>
    /// <returns>0 to <paramref name="count"/> - 1 for each; depends on the texts and not on their order. Texts of one source share a part.</returns>
    public static int[] Of(IReadOnlyList<LabelledText> rows, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        var folds = new int[rows.Count];
        // By hash and not by text: neighbours in the order of the texts are alike.
        var groups = Enumerable
            .Range(0, rows.Count)
            .GroupBy(row => rows[row].Source.Length > 0 ? rows[row].Source : rows[row].Text, StringComparer.Ordinal)
            .OrderBy(group => rows[group.First()].Label, StringComparer.Ordinal)
            .ThenBy(group => Hash(group.Key), StringComparer.Ordinal);
        var next = 0;
        foreach (var group in groups)
        {
            foreach (var row in group)
            {
                folds[row] = next % count;
            }

            next++;
        }

        return folds;
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
