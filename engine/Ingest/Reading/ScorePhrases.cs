using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>温泉街道（152分）, 教育局得分96.5分: totals of units in a ranking.</summary>
internal static class ScorePhrases
{
    /// <summary>Claims points.</summary>
    public static bool TryRead(ReadingState reading, Scene scene)
    {
        if (scene.Quantity.Kind != QuantityKind.Score)
        {
            return false;
        }

        var name = Subject.StripOpeners(
            // 甲局、乙局得分居前，分别为97分、96分
            ParallelNames.Of(scene) ?? LastItem(scene.IsAloneInBracket ? scene.Outer : scene.Left)
        );
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
            : scene.IsAloneInBracket && head.Length is >= 2 and <= 30 ? head
            : subject.Unit;
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
