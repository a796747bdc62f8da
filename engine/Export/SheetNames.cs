using System.Globalization;

namespace Analytics.Export;

/// <summary>Wished names of sheets → names the program opens.</summary>
internal static class SheetNames
{
    private const int MaxLength = 31;

    /// <summary>One name for each wish, in the same order, no two alike whatever their case.</summary>
    internal static IReadOnlyList<string> Of(IEnumerable<string> wishes)
    {
        // The program keeps this name for itself.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "History" };
        var names = new List<string>();
        foreach (var wish in wishes)
        {
            var clean = Clean(wish);
            var name = Shorten(clean, MaxLength);
            for (var copy = 2; !taken.Add(name); copy++)
            {
                var suffix = string.Create(CultureInfo.InvariantCulture, $" ({copy})");
                name = Shorten(clean, MaxLength - suffix.Length) + suffix;
            }

            names.Add(name);
        }

        return names;
    }

    private static string Clean(string wish)
    {
        var name = string.Concat(
            CellText.Clean(wish).Select(c => c is ':' or '\\' or '/' or '?' or '*' or '[' or ']' ? '_' : c)
        );
        name = string.Concat(name.Select(c => char.IsControl(c) ? ' ' : c));

        // A name may not begin or end with an apostrophe.
        name = name.Trim(' ', '\'', '\u3000');
        return name.Length == 0 ? "工作表" : name;
    }

    private static string Shorten(string name, int length)
    {
        if (name.Length <= length)
        {
            return name;
        }

        var end = char.IsHighSurrogate(name[length - 1]) ? length - 1 : length;
        return name[..end].TrimEnd(' ', '\'', '\u3000');
    }
}
