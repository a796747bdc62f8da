using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>甲局、乙局各1条: names that share a number.</summary>
internal static class EachLists
{
    /// <summary>The names before 各, 各有 or 各为; null when each has no number of its own.</summary>
    public static string? EachNames(string left)
    {
        foreach (var word in (string[])["各", "各有", "各为", "均为", "均有"])
        {
            if (left.Length > word.Length + 1 && left.EndsWith(word, StringComparison.Ordinal))
            {
                return WithoutAnd(left[..^word.Length]);
            }
        }

        return null;
    }

    // 甲市、乙市和省住建厅: 和 joins the last two, unless it is part of a name (人力资源和社会保障局).
    private static string WithoutAnd(string names)
    {
        var start = names.LastIndexOf('、') + 1;
        var and = names.IndexOf('和', start);
        return
            // 和平镇
            and > start + 1
            && UnitNames.IsName(names[start..and])
            && UnitNames.IsName(names[(and + 1)..])
            ? $"{names[..and]}、{names[(and + 1)..]}"
            : names;
    }
}
