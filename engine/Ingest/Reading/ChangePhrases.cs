using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>比上季度提升3.4个百分点, 较去年同期减少12条: changes of a number stated before or named beside.</summary>
internal static class ChangePhrases
{
    private static readonly string[] s_up = ["上升", "提升", "提高", "增长", "增加", "上涨", "升高", "多", "高", "增"];
    private static readonly string[] s_down = ["下降", "降低", "减少", "下滑", "回落", "下跌", "少", "低", "降", "减"];
    private static readonly string[] s_weakWords = ["多", "高", "增", "少", "低", "降", "减"];

    /// <summary>Claims changes.</summary>
    public static bool TryRead(ReadingState reading, Scene scene)
    {
        if (scene.Quantity.Kind is not (QuantityKind.Percent or QuantityKind.Points or QuantityKind.Count))
        {
            return false;
        }

        var left = scene.Left.TrimEnd('了', '约', '近').Replace("相比", "", StringComparison.Ordinal);
        var basis =
            Basis(left)
            ?? (
                scene.Quantity.Kind == QuantityKind.Count
                    ? Compared(scene.SentenceBefore)
                    : Basis(scene.SentenceBefore.TrimEnd('了', '约', '近'))
            );
        if (
            Direction(left, basis is not null) is not { } sign
            || (basis is null && scene.Quantity.Kind == QuantityKind.Count)
        )
        {
            return false;
        }

        var source = OfUnit(reading, scene, left) ?? Source(reading, scene);
        // 900条（其中部门640条、街道260条），同比增加110条: the whole changed, not the last part.
        var isBehindBracket = scene.Gap.Contains("），", StringComparison.Ordinal);
        source = isBehindBracket && source?.Total is { IsTemplate: false } whole ? whole : source;
        // 与去年同期相比，报送量增长9.3%: of a sentence of its own.
        var isOwn = scene.Quantity.Kind == QuantityKind.Count || source is null;
        var own = RatePhrases.Named(left) is null && isOwn ? Own(left) : null;
        if (own is { } named)
        {
            var channel =
                named.Channel ?? Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start);
            return Add(
                reading,
                scene,
                new Fact { Measure = Measure.ChangeOf(named.Measure), Channel = channel },
                sign,
                basis
            );
        }

        var measure = RatePhrases.Named(left) ?? source?.Fact.Measure;
        if (measure is null or Measure.Other || measure.EndsWith("_change", StringComparison.Ordinal))
        {
            return AddOther(reading, scene, sign, basis);
        }

        var fact = new Fact
        {
            Measure = Measure.ChangeOf(measure),
            Channel = source?.Fact.Channel ?? RatePhrases.ChannelOf(measure, reading, scene),
            Target = source?.Fact.Target,
            Unit = UnitIn(left) ?? source?.Fact.Unit,
            Group = UnitIn(left) is { } unit ? UnitNames.GroupOf(unit) : source?.Fact.Group,
            Platform = source?.Fact.Platform,
        };
        return Add(reading, scene, fact, sign, basis);
    }

    // 与三季度相比，甲县增加41条: the last number of that unit changed, or else of any.
    private static Draft? OfUnit(ReadingState reading, Scene scene, string left)
    {
        bool IsCounted(Draft draft) =>
            draft.Fact is { Count: not null, Value: null, CountImplied: false }
            && draft.Fact.Measure != Measure.Other
            && draft.CountsItems == scene.Quantity.CountsItems;
        return scene.Quantity.Kind == QuantityKind.Count && UnitIn(left) is { } unit
            ? reading.FindBack(scene.Paragraph, draft => IsCounted(draft) && draft.Fact.Unit == unit)
                ?? reading.FindBack(scene.Paragraph, draft => IsCounted(draft) && draft.Fact.Unit is not null)
            : null;
    }

    private static string? UnitIn(string left)
    {
        foreach (var word in s_up.Concat(s_down))
        {
            if (
                left.EndsWith(word, StringComparison.Ordinal)
                && Subject.StripOpeners(left[..^word.Length]) is var name
                && UnitNames.IsName(name)
            )
            {
                return name;
            }
        }

        return null;
    }

    private static bool Add(ReadingState reading, Scene scene, Fact fact, int sign, string? basis)
    {
        reading.Add(
            scene,
            fact with
            {
                Value = sign * scene.Quantity.Value,
                StatedUnit = scene.Quantity.Word,
                Basis = basis,
            }
        );
        return true;
    }

    // 与第三季度相比，不合格网站减少2家: the words before the verb say what changed.
    private static (string Measure, string? Channel)? Own(string left)
    {
        var thing = Nouns.LastThing(left);
        var channel = Nouns.ChannelOf(thing);
        return Acts.Last(left) switch
        {
            Act.Issue when channel is null => (Measure.Issues, null),
            Act.Fail => (Measure.Failed, channel),
            Act.Pass => (Measure.Passed, channel),
            Act.Submit => (Measure.Submitted, Channel.Submission),
            Act.Adopt => (Measure.Adopted, Channel.Submission),
            Act.ZeroSubmission => (Measure.ZeroUnits, Channel.Submission),
            Act.None when thing == Thing.Message => (Measure.Messages, Channel.Interaction),
            Act.Receive when thing == Thing.Message => (Measure.Messages, Channel.Interaction),
            _ => null,
        };
    }

    // 与二季度相比，…: the base of the whole sentence.
    private static string? Compared(string sentence)
    {
        var end = sentence.IndexOf("相比", StringComparison.Ordinal);
        end = end < 0 ? sentence.IndexOf("比，", StringComparison.Ordinal) : end;
        var start = end < 0 ? -1 : sentence.LastIndexOfAny(['与', '和', '同', '较', '比'], end - 1 < 0 ? 0 : end - 1);
        return start >= 0 && end - start is > 1 and < 16 ? Basis($"与{sentence[(start + 1)..end]}") : null;
    }

    private static bool AddOther(ReadingState reading, Scene scene, int sign, string? basis)
    {
        var channel = Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start);
        return Add(reading, scene, new Fact { Measure = Measure.Other, Channel = channel }, sign, basis);
    }

    // The number that changed is the one stated last in the sentence, a rate for percentages.
    private static Draft? Source(ReadingState reading, Scene scene)
    {
        var named = RatePhrases.Named(scene.Left);
        return reading.FindBack(
            scene.Paragraph,
            draft =>
                draft.Sentence == scene.Sentence
                && (
                    named is not null ? draft.Fact.Measure == named
                    : scene.Quantity.Kind == QuantityKind.Points ? Measure.IsRate(draft.Fact.Measure)
                    : scene.Quantity.Kind == QuantityKind.Count ? draft.Fact is { Value: null, Count: not null }
                    : draft.Fact.Value is null
                )
        );
    }

    // 同比多采用18条, 较上年少报送4篇: the verb may stand behind the direction.
    private static string WithoutVerb(string left) =>
        Acts.In(left)
            is [.., { Value: Act.Submit or Act.Adopt or Act.Push or Act.Publish or Act.Receive or Act.Issue } last]
        && last.End == left.Length
        && last.Start > 1
        && left[last.Start - 1] is '多' or '少'
            ? left[..last.Start]
            : left;

    private static int? Direction(string words, bool hasBasis)
    {
        var left = WithoutVerb(words);
        foreach (var word in s_up)
        {
            if (
                left.EndsWith(word, StringComparison.Ordinal)
                && (hasBasis || !s_weakWords.Contains(word, StringComparer.Ordinal))
            )
            {
                return 1;
            }
        }

        foreach (var word in s_down)
        {
            if (
                left.EndsWith(word, StringComparison.Ordinal)
                && (hasBasis || !s_weakWords.Contains(word, StringComparer.Ordinal))
            )
            {
                return -1;
            }
        }

        return null;
    }

    private static string? Basis(string text)
    {
        foreach (var word in (string[])["同比", "环比"])
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return word;
            }
        }

        var at = text.LastIndexOfAny(['比', '较', '与']);
        if (at < 0 || (at > 0 && text[at - 1] is '对' or '占'))
        {
            return null;
        }

        var rest = text[(at + 1)..];
        var end = rest.Length;
        foreach (var word in s_up.Concat(s_down).Append("相比").Append("，").Append("有所"))
        {
            if (rest.IndexOf(word, StringComparison.Ordinal) is var found and > 0)
            {
                end = Math.Min(end, found);
            }
        }

        var basis = rest[..end];
        var isTime =
            basis.Contains('季', StringComparison.Ordinal)
            || basis.Contains('月', StringComparison.Ordinal)
            || basis.Contains('年', StringComparison.Ordinal)
            || basis.Contains('期', StringComparison.Ordinal)
            || basis.Contains('上', StringComparison.Ordinal)
            // 较整治前减少31个
            || basis.EndsWith('前');
        return basis.Length is > 0 and <= 20 && isTime ? basis : null;
    }
}
