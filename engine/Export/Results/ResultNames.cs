using System.Globalization;

namespace Analytics.Export;

/// <summary>Names of columns where two must not be the same.</summary>
internal static class ResultNames
{
    /// <summary>n, n becomes n, n_2; a name that is empty becomes column.</summary>
    /// <param name="columns">In their order; the first of equal names keeps its own.</param>
    /// <param name="comparer">When two names count as the same.</param>
    internal static IReadOnlyList<string> Unique(IReadOnlyList<ResultColumn> columns, StringComparer comparer)
    {
        var own = columns.Select(column => column.Name).ToHashSet(comparer);
        var taken = new HashSet<string>(comparer);
        var unique = new List<string>(columns.Count);
        foreach (var column in columns)
        {
            var stem = column.Name.Length == 0 ? "column" : column.Name;
            var name = stem;
            // A made-up name must also leave alone a later column that is really called n_2.
            for (var n = 2; taken.Contains(name) || (name != column.Name && own.Contains(name)); n++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{stem}_{n}");
            }

            taken.Add(name);
            unique.Add(name);
        }

        return unique;
    }
}
