using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>温泉街道（152分）, 教育局得分96.5分: totals of units in a ranking.</summary>
internal static class ScorePhrases
{
    /// <summary>Claims points.</summary>
    public static bool TryRead(ReadingState reading, Scene scene)
    {
        return scene.Quantity.Kind == QuantityKind.Score && (Deducted(reading, scene) || AddScore(reading, scene));
    }

    // 甲县317条，得分486分: the unit of the number before.
    private static string? Carried(ReadingState reading, Scene scene) =>
        scene.Left is "得分" or "综合得分" or "总分" or "总得分" or "得" or "累计得分" or "积分"
        && reading.LastIn(scene.Paragraph) is { } last
        && last.Sentence == scene.Sentence
        && !scene.Gap.Contains('；', StringComparison.Ordinal)
            ? last.Fact.Unit
            : null;

    private static bool AddScore(ReadingState reading, Scene scene)
    {
        var name = Subject.StripOpeners(
            // 甲局、乙局得分居前，分别为97分、96分
            ParallelNames.Of(scene) ?? LastItem(scene.IsAloneInBracket ? scene.Outer : scene.Left)
        );
        // 排名后三位的依次为孝桥镇32分
        var link = name.LastIndexOfAny(['为', '是', '：']);
        name = link > 0 && UnitNames.IsName(name[(link + 1)..]) ? name[(link + 1)..] : name;
        var subject = Subject.BeforeVerb(name);
        var head = name;
        // 丙局考核得分居前三
        head = head.IndexOf("得分", StringComparison.Ordinal) is > 1 and var scored ? head[..scored] : head;
        foreach (var word in (string[])["考核", "综合", "测评", "评估", "总"])
        {
            head = head.EndsWith(word, StringComparison.Ordinal) ? head[..^word.Length] : head;
        }

        foreach (var word in (string[])["总得分", "综合得分", "得分", "得", "总分", "为"])
        {
            head = head.EndsWith(word, StringComparison.Ordinal) ? head[..^word.Length] : head;
        }

        var unit =
            UnitNames.IsName(head) ? head
            // 县财政局网站91分
            : Subject.SiteOwner(head) is { } owner ? owner
            : Subject.IsPortal(head) ? head
            : scene.IsAloneInBracket && head.Length is >= 2 and <= 30 ? head
            : subject.Unit ?? Carried(reading, scene);
        var isTotal =
            unit is not null
            && !scene.Left.EndsWith('扣')
            && !scene.Left.EndsWith('加')
            && !scene.Left.EndsWith("扣分", StringComparison.Ordinal);
        reading.Add(
            scene,
            new Fact
            {
                Measure = isTotal ? Measure.UnitScore : Measure.Other,
                Channel =
                    reading.Head.Channel
                    ?? (
                        Nouns.Channels(scene.SentenceBefore).Count > 0
                            ? Nouns.Channels(scene.SentenceBefore)[^1].Value
                            : null
                    )
                    ?? Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start),
                Unit = unit,
                Group = isTotal ? GroupBefore(scene) : null,
                Score = isTotal ? scene.Quantity.Value : null,
                Count = isTotal ? null : scene.Quantity.Value,
                StatedUnit = isTotal ? null : "分",
            }
        );
        return true;
    }

    // 甲局扣2分，乙局、丙局各加1分: points of a unit that are no total.
    private static bool Deducted(ReadingState reading, Scene scene)
    {
        var verb = scene.Left.Length > 0 ? scene.Left[^1] : ' ';
        if (verb is not ('扣' or '加' or '减'))
        {
            return false;
        }

        var left = scene.Left[..^1].TrimEnd('被', '共');
        var names =
            EachLists.EachNames(left) is { } several ? Subject.StripOpeners(several).Split('、')
            : Subject.StripOpeners(left) is var one && UnitNames.IsName(one) ? [one]
            : Array.Empty<string>();
        foreach (var name in names)
        {
            reading.Add(
                scene,
                new Fact
                {
                    Measure = Measure.Other,
                    Channel =
                        reading.Head.Channel
                        ?? Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start),
                    Unit = name,
                    Group = UnitNames.GroupOf(name),
                    Count = scene.Quantity.Value,
                    StatedUnit = "分",
                }
            );
        }

        return names.Length > 0;
    }

    /// <summary>The last of several items parted by 、.</summary>
    public static string LastItem(string text) => text[(text.LastIndexOf('、') + 1)..];

    // 一类考评单位前3名：… names the group of the list.
    private static string? GroupBefore(Scene scene)
    {
        var before = scene.SentenceBefore;
        var colon = before.LastIndexOf('：');
        if (colon <= 0)
        {
            return null;
        }

        var head = before[..colon];
        head = head[(head.LastIndexOfAny(['。', '；', '：', '，']) + 1)..];
        var rank = head.LastIndexOf('前');
        head = rank > 0 ? head[..rank] : head;
        return head.Length is > 0 and <= 20 ? head : null;
    }
}
