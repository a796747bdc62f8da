using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Who a rate is of: one unit or platform, or several that have the same rate (甲市、乙市合格率均为100%).</summary>
internal static class RateSubjects
{
    private static readonly string[] s_endings =
    [
        "均",
        "总体",
        "平均",
        "抽查",
        "检查",
        "监测",
        "的",
        "政府网站",
        "政务新媒体",
        "网站",
        "新媒体",
        "账号",
        "信息",
        "政务",
        "账户",
    ];

    /// <summary>The owners named before the word of the rate; empty when none is.</summary>
    public static List<RateSubject> Of(Scene scene)
    {
        var phrase = Subject.StripOpeners(BeforeRate(scene.Left));
        if (phrase.Length == 0 || scene.Left.Contains("分别", StringComparison.Ordinal))
        {
            return [];
        }

        if (Things(phrase) is { Count: > 1 } things)
        {
            return things;
        }

        var owners = new List<RateSubject>();
        foreach (var item in Strip(phrase).Split('、', '和'))
        {
            var name = Subject.StripOpeners(item);
            if (Platforms.Whole(name) is { } platform)
            {
                owners.Add(new(null, platform, Channel.NewMedia));
            }
            else if (UnitNames.IsName(name))
            {
                owners.Add(new(name, null, null));
            }
            else
            {
                return [];
            }
        }

        return owners;
    }

    /// <summary>The unit whose bracket holds nothing but the rate: 县科技局（78%）.</summary>
    public static RateSubject? InBracket(Scene scene)
    {
        if (!scene.IsAloneInBracket)
        {
            return null;
        }

        var item = ScorePhrases.LastItem(scene.Outer);
        // 东湖街道录用率最高（68.4%）
        item = BeforeRate(item) is { Length: > 1 } before && UnitNames.IsName(before) ? before : item;
        var name = Subject.StripOpeners(item[(item.LastIndexOfAny(['为', '是']) + 1)..]);
        name = UnitNames.IsName(name) ? name : Subject.StripOpeners(item[(item.LastIndexOfAny(['有', '的']) + 1)..]);
        return UnitNames.IsName(name) ? new(name, null, null) : null;
    }

    /// <summary>The unit or platform that stands alone before a percentage: 各县合格率：甲县100%，乙县96.7%.</summary>
    public static RateSubject? Alone(Scene scene)
    {
        var name = Subject.StripOpeners(scene.Left);
        return Platforms.Whole(name) is { } platform ? new(null, platform, Channel.NewMedia)
            : UnitNames.IsName(name) ? new(name, null, null)
            : null;
    }

    /// <summary>The unit of the clause before, where this one says no more than how much: 区商务局录用率最低，仅为8.3%.</summary>
    public static RateSubject? InClauseBefore(Scene scene)
    {
        var before = scene.SentenceBefore;
        if (
            scene.Left is not ("仅为" or "为" or "仅" or "只有" or "达" or "达到" or "仅有" or "低至" or "高达")
            || before.Length <= scene.Left.Length + 1
            || before[^(scene.Left.Length + 1)] != '，'
        )
        {
            return null;
        }

        var clause = before[..^(scene.Left.Length + 1)];
        clause = clause[(clause.LastIndexOfAny(['，', '；', '。', '：']) + 1)..];
        var name = Subject.StripOpeners(BeforeRate(clause));
        return UnitNames.IsName(name) ? new(name, null, null) : null;
    }

    /// <summary>The measure of the last rate a text names; null when it names none.</summary>
    public static string? NamedLast(string text)
    {
        var last = text.LastIndexOf('率');
        return last < 0 ? null : RatePhrases.Named(text[Math.Max(0, last - 5)..(last + 1)]) ?? Measure.Other;
    }

    // 政府网站、政务新媒体 are two channels, each with this rate.
    private static List<RateSubject>? Things(string phrase)
    {
        var channels = new List<RateSubject>();
        foreach (var item in phrase.Split('、', '和', '及', '与'))
        {
            var bare = item.Replace("全市", "", StringComparison.Ordinal).TrimEnd('均', '的');
            if (bare is not ("政府网站" or "网站" or "政务新媒体" or "新媒体" or "政务新媒体账号"))
            {
                return null;
            }

            channels.Add(new(null, null, Nouns.ChannelOf(Nouns.LastThing(bare))));
        }

        return channels;
    }

    private static string BeforeRate(string left) =>
        Acts.In(left).FindLast(act => act.Value == Act.RateName) is { End: > 0 } rate ? left[..rate.Start] : "";

    private static string Strip(string phrase)
    {
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var ending in s_endings)
            {
                if (phrase.Length > ending.Length && phrase.EndsWith(ending, StringComparison.Ordinal))
                {
                    phrase = phrase[..^ending.Length];
                    changed = true;
                }
            }
        }

        return phrase;
    }
}

/// <summary>An owner of a rate.</summary>
internal readonly record struct RateSubject(string? Unit, string? Platform, string? Channel);
