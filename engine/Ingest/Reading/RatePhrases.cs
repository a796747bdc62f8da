using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>合格率为98.9%, 采用率54%, 按期办结率100%, 检查覆盖率100%, 占总数的85.7%.</summary>
internal static class RatePhrases
{
    private static readonly (string Measure, string[] Words)[] s_names =
    [
        (Measure.Other, ["不合格率", "更新达标率", "报送达标率", "任务达标率", "整改达标率", "整改合格率"]),
        (Measure.PassRate, ["合格率", "达标率"]),
        (Measure.AdoptionRate, ["采用率", "采纳率", "采发率", "录用率", "刊用率", "采编率", "选用率", "刊登率"]),
        (
            Measure.OnTimeRate,
            [
                "按期办结率",
                "按时办结率",
                "按期答复率",
                "按时答复率",
                "按期回复率",
                "按时回复率",
                "限时办结率",
                "按期办理率",
                "按时办理率",
                "限时答复率",
                "期限内办结率",
                "按时结案率",
                "按期结案率",
            ]
        ),
    ];

    private static readonly string[] s_shares =
    [
        "检查率",
        "覆盖率",
        "抽查率",
        "抽查比例",
        "抽查占比",
        "检查比例",
        "抽检率",
        "监测率",
        "自查率",
        "普查率",
    ];

    /// <summary>Claims percentages that are no changes.</summary>
    public static bool TryRead(ReadingState reading, Scene scene)
    {
        if (scene.Quantity.Kind is QuantityKind.Points)
        {
            return AddOther(reading, scene);
        }

        if (scene.Quantity.Kind != QuantityKind.Percent)
        {
            return false;
        }

        if (scene.Left.EndsWith('按') && Acts.First(scene.Right) == Act.Inspect && WholeStock.Read(reading, scene))
        {
            return true;
        }

        if (
            Array.Exists(s_shares, share => scene.Left.Contains(share, StringComparison.Ordinal))
            || scene.Left.StartsWith('占')
        )
        {
            return (!IsShareOfAnother(reading, scene) && AddShare(reading, scene)) || AddOther(reading, scene);
        }

        var measure = Named(scene.Left) ?? Named(scene.Right) ?? Named(Parallel(scene));
        if (RateSubjects.InBracket(scene) is { } owner)
        {
            measure = RateSubjects.NamedLast(scene.SentenceBefore) ?? measure;
            return measure is null or Measure.Other
                ? AddOther(reading, scene, owner.Unit)
                : AddOf(reading, scene, measure, [owner]);
        }

        if (measure is null && RateSubjects.InClauseBefore(scene) is null && Now(reading, scene) is { } changed)
        {
            return AddOf(reading, scene, changed.Measure, [new(changed.Unit, changed.Platform, changed.Channel)]);
        }

        if (measure is not null and not Measure.Other && ParallelCounts.OwnerBefore(reading, scene) is { } of)
        {
            return AddLike(reading, scene, measure, of);
        }

        if (measure is null && Inherited(scene) is { } inherited)
        {
            return AddOf(reading, scene, inherited.Measure, [inherited.Owner]);
        }

        if (measure is null or Measure.Other)
        {
            return AddOther(reading, scene, RateSubjects.Of(scene) is [{ Unit: { } only }] ? only : null);
        }

        if (RateSubjects.Of(scene) is { Count: > 1 } owners)
        {
            return AddOf(reading, scene, measure, owners);
        }

        return AddRate(reading, scene, measure);
    }

    // 各镇、各部门…，采用率分别为43.5%、40.4%
    private static bool AddLike(ReadingState reading, Scene scene, string measure, Draft owner)
    {
        reading.Add(
            scene,
            new Fact
            {
                Measure = measure,
                Channel = owner.Fact.Channel,
                Unit = owner.Fact.Unit,
                Group = owner.Fact.Group,
                Platform = owner.Fact.Platform,
                Target = owner.Fact.Target,
                Rate = scene.Quantity.Value,
                Comparator = Comparator(scene),
            }
        );
        return true;
    }

    // 由92%提升至97.3%: the rate now is of the rate before.
    private static Fact? Now(ReadingState reading, Scene scene) =>
        scene.Left.Length <= 6
        && (scene.Left.EndsWith('至') || scene.Left.EndsWith('到') || scene.Left.EndsWith('为'))
        && reading.LastIn(scene.Paragraph) is { } before
        && before.Sentence == scene.Sentence
        && Measure.IsRate(before.Fact.Measure)
            ? before.Fact
            : null;

    // A percentage without a name that is of the rate its sentence named last: 各县合格率：甲县100%，乙县96.7%; 合格率98.3%，比第三季度的94.9%提高…
    private static (string Measure, RateSubject Owner)? Inherited(Scene scene)
    {
        var isBase =
            scene.Left.Length is > 2 and <= 12
            && scene.Left[0] is '比' or '较' or '由' or '从'
            && scene.Left[^1] is '的'
            && PeriodReader.Read(scene.Left, 1) is not null;
        var owner = isBase ? new RateSubject() : RateSubjects.Alone(scene) ?? RateSubjects.InClauseBefore(scene);
        return owner is { } whose && RateSubjects.NamedLast(scene.SentenceBefore) is { } measure and not Measure.Other
            ? (measure, whose)
            : null;
    }

    // 其中…的59个，占88.1%: a share of something else than the sample.
    private static bool IsShareOfAnother(ReadingState reading, Scene scene) =>
        scene.Left.StartsWith('占')
        && reading.LastIn(scene.Paragraph) is { Fact: { Measure: not Measure.Inspected, Count: not null } };

    private static bool AddRate(ReadingState reading, Scene scene, string measure)
    {
        var whole = RateCounts.Whole(reading, scene, measure);
        var some = RateCounts.Some(reading, scene, measure, whole);
        var name = ParallelNames.Of(scene);
        if (measure == Measure.PassRate && name is null && RateCounts.Respective(reading, scene) is { } own)
        {
            return AddLike(reading, scene, measure, own);
        }

        var subject =
            name is not null ? Named(scene, name)
            : RateSubjects.Of(scene) is [var owned] && (owned.Unit ?? owned.Platform) is not null
                ? new(owned.Unit, null, owned.Platform)
            : Subject.BeforeVerb(scene.Left);
        if (
            measure == Measure.PassRate
            && subject.IsEmpty
            && name is null
            && SegmentItem.Of(reading, scene) is { } item
        )
        {
            (some, whole) = (SegmentItem.OutcomeOf(reading, item), item);
            subject = new(item.Fact.Unit, item.Fact.Group, item.Fact.Platform);
        }

        if (subject.Platform is not null && some?.Fact.Platform != subject.Platform)
        {
            // 其中微信合格率96.9%: the counts before are of all platforms.
            (some, whole) = (null, null);
        }

        var rate = reading.Add(
            scene,
            new Fact
            {
                Measure = measure,
                Channel =
                    (name is null ? null : Nouns.ChannelOf(Nouns.LastThing(name)))
                    ?? ChannelOf(measure, reading, scene),
                Rate = scene.Quantity.Value,
                Comparator = Comparator(scene),
                Unit = subject.Unit ?? some?.Fact.Unit ?? whole?.Fact.Unit,
                Group = subject.Group ?? some?.Fact.Group ?? whole?.Fact.Group,
                Platform = subject.Platform ?? some?.Fact.Platform ?? whole?.Fact.Platform,
                Target = some?.Fact.Target ?? whole?.Fact.Target,
                Numerator =
                    some is not null && some.Sentence == scene.Sentence && some.Fact.Measure != Measure.Failed
                        ? some.Fact.Count
                        : null,
                Denominator = whole is not null && whole.Sentence == scene.Sentence ? whole.Fact.Count : null,
            }
        );
        rate.RateOf = name is null ? (some, whole) : default;
        return true;
    }

    private static Subject Named(Scene scene, string name)
    {
        var subject = Subject.OfItem(name, isClassOpen: false);
        return subject.IsEmpty && ParallelNames.AreCounted(scene) ? new(name, null, null) : subject;
    }

    // 甲市、乙市合格率均为100%; 政府网站和政务新媒体合格率均为100%; 甲局（85%）: a rate of each.
    private static bool AddOf(ReadingState reading, Scene scene, string measure, List<RateSubject> owners)
    {
        foreach (var owner in owners)
        {
            reading.Add(
                scene,
                new Fact
                {
                    Measure = measure,
                    Channel = owner.Channel ?? ChannelOf(measure, reading, scene),
                    Unit = owner.Unit,
                    Platform = owner.Platform,
                    Rate = scene.Quantity.Value,
                    Comparator = Comparator(scene),
                }
            );
        }

        return true;
    }

    /// <summary>The measure of a rate that is named in a text; null when none is.</summary>
    public static string? Named(string text)
    {
        foreach (var (measure, words) in s_names)
        {
            if (Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal)))
            {
                return measure;
            }
        }

        return null;
    }

    /// <summary>The channel of a rate: of what it names, of its measure, of the numbers before it.</summary>
    public static string? ChannelOf(string measure, ReadingState reading, Scene scene)
    {
        if (measure == Measure.AdoptionRate)
        {
            return Channel.Submission;
        }

        if (measure == Measure.OnTimeRate)
        {
            return
                Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start)
                is Channel.Request
                ? Channel.Request
                : Channel.Interaction;
        }

        // 从政府网站检查结果来看，…，合格率为98.9%: no number of the sentence tells.
        var isAlone =
            reading.LastIn(scene.Paragraph) is not { } last
            || (last.Sentence != scene.Sentence && last.Fact.Span.Start < scene.SentenceStart);
        return Nouns.ChannelOf(Nouns.LastThing(scene.Left))
            ?? (
                isAlone
                    ? Nouns
                        .Channels(scene.SentenceBefore)
                        .FindLast(mention => mention.Value is Channel.Website or Channel.NewMedia)
                        .Value
                    : null
            )
            ?? reading
                .FindBack(scene.Paragraph, draft => draft.Fact.Channel is Channel.Website or Channel.NewMedia)
                ?.Fact.Channel
            ?? Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start);
    }

    // A、B合格率分别为90%、95%: the name stands before the first of several.
    private static string Parallel(Scene scene) =>
        Math.Max(
            scene.SentenceBefore.LastIndexOf("分别", StringComparison.Ordinal),
            scene.SentenceBefore.LastIndexOf("依次", StringComparison.Ordinal)
        )
            is var at
                and > 0
            ? scene.SentenceBefore[..at]
            : "";

    // A sampling share belongs to the number that was inspected.
    private static bool AddShare(ReadingState reading, Scene scene)
    {
        var inspected = reading.FindBack(
            scene.Paragraph,
            draft => draft.Fact is { Measure: Measure.Inspected, Rate: null, Count: not null } && draft.Total is null
        );
        if (inspected is null || inspected.Sentence != scene.Sentence)
        {
            return false;
        }

        inspected.Fact = inspected.Fact with { Rate = scene.Quantity.Value };
        return true;
    }

    private static bool AddOther(ReadingState reading, Scene scene, string? unit = null)
    {
        // 投诉类1条，占总数的14.3%: a share of the total that the number before splits.
        var part = scene.Left.StartsWith('占') ? reading.LastIn(scene.Paragraph) : null;
        // 甲中心发布2143篇，占全旗的38.1%: of what the number before counts.
        var own = part is not null && part.Sentence == scene.Sentence ? part.Fact.Channel : null;
        var clause = scene.Clause;
        var isInteraction = Nouns.Channels(clause).Exists(found => found.Value == Channel.Interaction);
        var share = reading.Add(
            scene,
            new Fact
            {
                Measure = Measure.Other,
                Channel = isInteraction
                    ? Channel.Interaction
                    : own ?? Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Tail),
                Unit = unit,
                Rate = scene.Quantity.Value,
                Comparator = Comparator(scene),
            }
        );
        share.RateOf =
            RateCounts.Rectification(reading, scene) is { } rectification ? rectification
            : part is { Fact.Count: not null, Total: { } total }
            && part.Sentence == scene.Sentence
            && !part.Total.IsTemplate
                ? (part, total)
            : default;
        return true;
    }

    private static string? Comparator(Scene scene)
    {
        (string Word, string Sign)[] before =
        [
            ("不低于", ">="),
            ("不少于", ">="),
            ("不高于", "<="),
            ("不超过", "<="),
            ("低于", "<"),
            ("不足", "<"),
            ("不到", "<"),
            ("未达到", "<"),
            ("高于", ">"),
            ("超过", ">"),
            ("大于", ">"),
            ("超", ">"),
        ];
        foreach (var (word, sign) in before)
        {
            if (scene.Left.EndsWith(word, StringComparison.Ordinal))
            {
                return sign;
            }
        }

        return scene.Right.StartsWith("以上", StringComparison.Ordinal) ? ">="
            : scene.Right.StartsWith("以下", StringComparison.Ordinal) ? "<="
            : null;
    }
}
