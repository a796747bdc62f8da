using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>甲县、乙县合格率分别为90%、95%: names and rates in two lists of the same order.</summary>
internal static class ParallelNames
{
    private static readonly string[] s_respectively = ["分别", "依次"];

    /// <summary>Where a text says that numbers follow in the order of names; −1 when it does not.</summary>
    private static int Respectively(string text) =>
        s_respectively.Max(word => text.LastIndexOf(word, StringComparison.Ordinal));

    private static bool IsTime(string words) =>
        words is "本季度" or "本月" or "当季" or "当月" or "全年" or "本期" or "上半年"
        || (PeriodReader.Read(words, 0) is { } period && period.End == words.Length);

    /// <summary>What was done, by the words between the names and 分别: 甲局、乙局报送数列前两位，分别为61条、52条.</summary>
    public static Act ActOf(Scene scene)
    {
        var before = scene.SentenceBefore;
        var at = Respectively(before);
        var stop = at > 0 && before[at - 1] == '，' ? at - 1 : at;
        var start = stop > 0 ? before.LastIndexOfAny(['，', '；', '。', '：'], stop - 1) + 1 : 0;
        var words = stop > start ? before[start..stop] : "";
        // 甲局、乙局更新最多，分别达57条、49条
        return Acts.Last(words) is var act && act == Act.None && words.Contains("更新", StringComparison.Ordinal)
            ? Act.Publish
            : act;
    }

    /// <summary>How many numbers stand between 分别 and this one.</summary>
    public static int IndexOf(Scene scene, int respectively)
    {
        var from = scene.Quantity.Start - scene.SentenceBefore.Length + respectively;
        return Paragraph.CountBefore(scene.Paragraph.Quantities, quantity => quantity.Start, scene.Quantity.Start)
            - Paragraph.CountBefore(scene.Paragraph.Quantities, quantity => quantity.Start, from);
    }

    // 和 joins the last two, unless it is part of a name (人力资源和社会保障局).
    private static string[] Names(string list)
    {
        var names = Subject.StripOpeners(list).Split('、');
        var last = names[^1];
        // 甲阳、乙州两市合格率: how many they are is no part of the last name.
        if (CounterIn(last) is > 1 and var counter)
        {
            names[^1] = last[..counter];
            return names;
        }

        var and = last.IndexOf('和', StringComparison.Ordinal);
        return and > 1 && UnitNames.IsName(last[..and]) ? [.. names[..^1], last[..and], last[(and + 1)..]] : names;
    }

    /// <summary>Whether the names before 分别 are of places that are counted behind them: 甲阳、乙州两市.</summary>
    public static bool AreCounted(Scene scene)
    {
        var at = Respectively(scene.SentenceBefore);
        return at > 0 && CounterIn(scene.SentenceBefore[..at]) > 1;
    }

    private static int CounterIn(string name)
    {
        for (var at = name.Length - 2; at > 1; at--)
        {
            if (
                name[at] is '两' or '二' or '三' or '四' or '五' or '六'
                && name[at + 1] is '市' or '县' or '区' or '州' or '旗'
            )
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The name that belongs to a rate; null when the sentence has no such lists.</summary>
    public static string? Of(Scene scene)
    {
        var before = scene.SentenceBefore;
        var at = Respectively(before);
        if (at <= 0 || before.AsSpan(at).IndexOfAny('；', '率') >= 0)
        {
            return null;
        }

        // The numbers before this one stand in the order of the names.
        var index = IndexOf(scene, at);
        // …得分居前三，分别为: the names stand in the clause before.
        var stop = before[at - 1] == '，' ? at - 1 : at;
        var start = stop > 0 ? before.LastIndexOfAny(['，', '；', '。', '：'], stop - 1) + 1 : 0;
        // 甲街道、乙局报送较少，本季度分别仅报送2条、5条: words of time may stand between.
        if (start > 0 && before[start - 1] == '，' && IsTime(before[start..stop]))
        {
            stop = start - 1;
            start = stop > 0 ? before.LastIndexOfAny(['，', '；', '。', '：'], stop - 1) + 1 : 0;
        }

        var names = Names(before[start..stop]);
        // …分别为61条、52条；录用数分别为33条、25条: the names of the list before.
        if (names.Length < 2 && Respectively(before[..start]) is > 0 and var listed)
        {
            stop = before[listed - 1] == '，' ? listed - 1 : listed;
            start = before.LastIndexOfAny(['，', '；', '。', '：'], Math.Max(0, stop - 1)) + 1;
            names = Names(before[start..stop]);
        }

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
        // 乙镇更新最多
        var updated = name.IndexOf("更新", StringComparison.Ordinal);
        end = updated > 1 && UnitNames.IsName(name[..updated]) ? updated : end;
        if (Subject.StripEndings(name[..end]) is { Length: > 1 } bare && UnitNames.IsName(bare))
        {
            return bare;
        }

        // 甲局、乙街道答复书分别被纠正1件、2件: a noun of them all behind the last name.
        var length = index == names.Length - 1 ? UnitNames.PrefixLength(name[..end]) : 0;
        var isNoun = length > 0 && end - length <= 6 && Nouns.FirstThing(name[length..end]) == Thing.Nothing;
        return isNoun ? name[..length] : name[..end];
    }
}
