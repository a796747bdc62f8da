namespace Analytics.Ingest.Reference;

/// <summary>The forms in which papers write a unit's name, and what kind of office a name is of.</summary>
internal static class UnitNameForms
{
    // Our own level only: 市公安局 is another office than 旗公安局, unless an alias says so.
    private static readonly string[] s_prefixes =
    [
        "鄂尔多斯市伊金霍洛旗",
        "内蒙古伊金霍洛旗",
        "伊金霍洛旗",
        "伊旗",
        "我旗",
        "旗",
        "县",
        "区",
    ];

    private static readonly string[] s_suffixes = ["人民政府", "镇政府", "政府", "办事处"];

    private static readonly string[] s_towns = ["镇", "苏木", "街道", "乡"];

    private static readonly string[] s_offices =
    [
        "局",
        "委",
        "办",
        "中心",
        "委员会",
        "办公室",
        "分局",
        "院",
        "馆",
        "站",
    ];

    /// <summary>A name without what means nothing: spaces, the width of letters, which of 与、和、及 it is written with.</summary>
    public static string Fold(string words)
    {
        var folded = new char[words.Length];
        var length = 0;
        foreach (var character in words)
        {
            if (!char.IsWhiteSpace(character))
            {
                folded[length++] = character switch
                {
                    '与' or '及' => '和',
                    >= '！' and <= '～' => char.ToLowerInvariant((char)(character - '！' + '!')),
                    _ => char.ToLowerInvariant(character),
                };
            }
        }

        return new string(folded, 0, length);
    }

    /// <summary>The name itself, then without prefix, without suffix and without both.</summary>
    public static IEnumerable<string> Of(string folded)
    {
        yield return folded;
        foreach (var prefix in s_prefixes.Prepend(""))
        {
            if (folded.Length <= prefix.Length || !folded.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var bare = folded[prefix.Length..];
            yield return bare;
            foreach (var suffix in s_suffixes)
            {
                // 镇人民政府 is the 镇; a bare 人民政府 is the government itself.
                if (bare.Length > suffix.Length + 1 && bare.EndsWith(suffix, StringComparison.Ordinal))
                {
                    yield return bare[..^suffix.Length];
                }
            }
        }
    }

    /// <summary>Whether a name is a town's (镇、苏木、街道), an office's (局、委、办、中心), or does not say.</summary>
    /// <returns>True for a town, false for an office, null when the name does not say.</returns>
    public static bool? IsTown(string folded) =>
        s_towns.Any(town =>
            s_suffixes.Prepend("").Any(suffix => folded.EndsWith(town + suffix, StringComparison.Ordinal))
        )
            ? true
        : s_offices.Any(office => folded.EndsWith(office, StringComparison.Ordinal)) ? false
        : null;

    /// <summary>The number of characters to insert, delete or change to make one name of the other.</summary>
    public static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
