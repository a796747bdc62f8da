using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>甲县、乙县合格率分别为90%、95%: names and rates in two lists of the same order.</summary>
internal static class ParallelNames
{
    private const string Respectively = "分别";

    /// <summary>The name that belongs to a rate; null when the sentence has no such lists.</summary>
    public static string? Of(Scene scene)
    {
        var before = scene.SentenceBefore;
        var at = before.LastIndexOf(Respectively, StringComparison.Ordinal);
        if (at <= 0 || before.AsSpan(at).IndexOfAny('；', '率') >= 0)
        {
            return null;
        }

        // The rates before this one, parted by 、 as the names are.
        var index = before.AsSpan(at).Count('、');
        // …得分居前三，分别为: the names stand in the clause before.
        var stop = before[at - 1] == '，' ? at - 1 : at;
        var start = stop > 0 ? before.LastIndexOfAny(['，', '；', '。', '：'], stop - 1) + 1 : 0;
        var names = Subject.StripOpeners(before[start..stop]).Split('、');
        if (index >= names.Length || names.Length < 2)
        {
            return null;
        }

        var name = names[index];
        // 乙市、丙市不合格账号分别达7个、5个: what the last name is followed by is of them all.
        var end =
            Acts.In(name) is [var first, ..]
            && (first.Value == Act.RateName || UnitNames.IsName(Subject.StripEndings(name[..first.Start])))
                ? first.Start
                : name.Length;
        return Subject.StripEndings(name[..end]) is { Length: > 1 } bare && UnitNames.IsName(bare) ? bare : name[..end];
    }
}
