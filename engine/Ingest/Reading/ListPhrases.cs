using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Items of a list: 旗民政局（1条）, 教育局27条, 抖音9个, 甲局、乙局各1条. They measure what their total measures.</summary>
internal static class ListPhrases
{
    /// <summary>Claims items of the open split, and totals in brackets behind a kind of problem.</summary>
    public static bool TryRead(ReadingState reading, Scene scene)
    {
        if (scene.Quantity.Kind is not (QuantityKind.Count or QuantityKind.Bare) || scene.Quantity.Word is "人")
        {
            return false;
        }

        if (
            scene.Left.StartsWith('除')
            && scene.Right.StartsWith('外')
            && reading.SplitBefore(scene) is { Fact.Count: not null } whole
        )
        {
            return Exception(reading, scene, whole);
        }

        if (scene.IsAloneInBracket && scene.AfterBracket == '：' && !UnitNames.IsName(scene.Outer))
        {
            return CategoryHead(reading, scene);
        }

        if (
            !ListStarts.StartsAmong(reading, scene)
            && !SelectedLists.Starts(reading, scene)
            && reading.Frames.Top is not { Total: not null }
            && !ListStarts.StartsUnitList(reading, scene)
        )
        {
            return false;
        }

        return IsEach(scene) ? Each(reading, scene) : Item(reading, scene);
    }

    // 采用15条，除信息室报送1条外，其中…: one part stands before the list of the others.
    private static bool Exception(ReadingState reading, Scene scene, Draft whole)
    {
        var unit = Subject.BeforeVerb(scene.Left[1..]).Unit;
        var fact = new Fact
        {
            Measure = whole.Fact.Measure,
            Unit = unit,
            Group = unit is null ? null : UnitNames.GroupOf(unit),
            Count = scene.Quantity.Value,
        };
        reading.Add(scene, Parts.Inherit(fact, whole)).IsException = true;
        return true;
    }

    // 内容更新不及时（2个）：甲（微信）、乙（微信)
    private static bool CategoryHead(ReadingState reading, Scene scene)
    {
        // 未完成季度任务的单位（5个）：甲局、乙局
        if (Acts.Last(scene.Outer) is Act.BelowQuota or Act.ZeroSubmission && !scene.Quantity.CountsItems)
        {
            var isZero = Acts.Last(scene.Outer) == Act.ZeroSubmission;
            return CountPhrases.Add(
                reading,
                scene,
                isZero ? Measure.ZeroUnits : Measure.BelowQuota,
                Channel.Submission
            );
        }

        var category = Categories.Of(scene.Outer);
        var channel = Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start);
        var isVeto = Acts.In(reading.Section).Exists(act => act.Value == Act.Veto);
        var isFailed = Acts.In(reading.Section).Exists(act => act.Value == Act.Fail);
        var measure =
            isVeto ? Measure.Veto
            : isFailed ? Measure.Failed
            : scene.Quantity.CountsItems ? Measure.Issues
            : CountPhrases.WithIssue(channel, Thing.Nothing);
        var total = reading.Add(
            scene,
            new Fact
            {
                Measure = measure,
                Channel = channel,
                Category = category ?? scene.Outer,
                Count = scene.Quantity.Value,
            }
        );
        reading.Frames.Open(new(FrameKind.Listing, scene.Quantity.Tail) { Total = total });
        return true;
    }

    private static bool Item(ReadingState reading, Scene scene)
    {
        var total = reading.Frames.Top!.Total!;
        // 其中，…；丁市网站23个，合格5个: a whole of its own, not some of those that passed.
        if (
            total.Fact.Measure is Measure.Passed or Measure.Failed or Measure.Sites or Measure.Accounts
            && SegmentItem.IsWhole(scene, total.Fact.Measure is Measure.Passed or Measure.Failed)
            && (
                !SegmentItem.OwnerOf(scene.Left).IsEmpty
                || Array.TrueForAll(
                    Subject.StripEndings(Subject.StripOpeners(scene.Left)).Split('、', '和'),
                    item => Platforms.Whole(item) is not null
                )
            )
        )
        {
            return StockPhrases.Read(reading, scene, Act.Inspect, scene.Thing);
        }

        if (scene.Left.EndsWith('等') && total.Fact.Count == scene.Quantity.Value && !total.IsTemplate)
        {
            // 不合格14个。名单：“甲旅”（微博）、“乙林业”（微信）等14个: the total again, behind its examples.
            total.Restatements.Add((scene.Span, scene.Quantity.Value));
            return true;
        }

        var phrase = ItemPhrase(reading.Frames.Top, scene);
        phrase = phrase.Contains('“', StringComparison.Ordinal) ? phrase : Subject.StripOpeners(phrase);

        phrase =
            total.Fact.Measure == Measure.Messages && phrase.StartsWith("涉及", StringComparison.Ordinal)
                ? phrase[2..]
                : phrase;

        // A verb of its own makes it a number of its own, which the next families read.
        var hasVerb = Acts.Last(phrase) != Act.None || Acts.Last(scene.Right) != Act.None;
        // 46个账号中，43个更新正常: how they fare is nobody's name.
        var isPredicate =
            scene.Left.Length == 0
            && (
                phrase.EndsWith("正常", StringComparison.Ordinal)
                || phrase.EndsWith("良好", StringComparison.Ordinal)
                || phrase.EndsWith("及时", StringComparison.Ordinal)
            );
        if (
            isPredicate
            || IsNoItem(reading, scene, total)
            || (!scene.IsAloneInBracket && hasVerb && !IsItemOfKind(reading, scene, total))
        )
        {
            return false;
        }

        return KindOfFailure(reading, scene, total, phrase) || Part(reading, scene, total, phrase);
    }

    private static bool Part(ReadingState reading, Scene scene, Draft total, string phrase)
    {
        var thing = Nouns.LastThing(phrase);
        var channel = thing is Thing.Site or Thing.Account ? Nouns.ChannelOf(thing) : null;
        var isStock = total.Fact.Measure is Measure.Sites or Measure.Accounts or Measure.Inspected;
        var matching =
            channel is null || channel == total.Fact.Channel ? total : TotalOfChannel(reading, scene, channel);
        if (
            matching is null
            && total.Fact.Measure is Measure.Issues or Measure.Inspected or Measure.Failed or Measure.Passed
        )
        {
            return OfChannel(reading, scene, total, channel!);
        }

        if (
            matching is { Fact.Measure: Measure.Other, IsTemplate: false }
            && SplitsOther(reading, scene, total, phrase)
        )
        {
            return true;
        }

        if (
            matching is null
            || matching.Fact.Count is null
            || (matching.Fact.Measure == Measure.Other && !matching.IsTemplate)
        )
        {
            return false;
        }

        // 州直部门43个 after 州直部门网站34个：the channel runs on from the item before in the same half sentence.
        if (
            channel is null
            && !scene.Gap.Contains('；', StringComparison.Ordinal)
            && LastPart(reading) is { Total: { } same }
            && !ReferenceEquals(same, total)
        )
        {
            matching = same;
        }

        if (ItemFacts.ItemFact(reading, scene, matching, phrase, isStock) is not { } fact)
        {
            return false;
        }

        Parts.Tie(reading, reading.Add(scene, Parts.Inherit(fact, matching)), matching);
        MarkCut(reading, scene);
        return true;
    }

    // 关停账号5个，其中微博3个、今日头条2个: parts of what has no measure have none either.
    private static bool SplitsOther(ReadingState reading, Scene scene, Draft total, string phrase)
    {
        var item = Subject.StripOpeners(ScorePhrases.LastItem(phrase));
        var platform = Platforms.Whole(item);
        var unit = UnitNames.IsName(item) ? item : null;
        if ((platform ?? unit) is null || total.Sentence != scene.Sentence)
        {
            return false;
        }

        reading.Add(
            scene,
            new Fact
            {
                Measure = Measure.Other,
                Channel = platform is null ? total.Fact.Channel : Channel.NewMedia,
                Unit = unit,
                Group = unit is null ? null : UnitNames.GroupOf(unit),
                Platform = platform,
                Count = scene.Quantity.Value,
            }
        );
        return true;
    }

    // 不合格53个，主要是内容不更新（41个）、互动回应差（12个）: why they failed, not who.
    private static bool KindOfFailure(ReadingState reading, Scene scene, Draft total, string phrase)
    {
        var item = ScorePhrases.LastItem(phrase);
        if (
            !scene.IsAloneInBracket
            || total.Fact.Measure != Measure.Failed
            || !States.IsState(item)
            || item.Contains('“', StringComparison.Ordinal)
            || UnitNames.IsName(Subject.StripOpeners(item))
        )
        {
            return false;
        }

        reading.Add(
            scene,
            new Fact
            {
                Measure = CountPhrases.WithIssue(total.Fact.Channel, Thing.Nothing),
                Channel = total.Fact.Channel,
                Category = Categories.Of(item),
                Count = scene.Quantity.Value,
            }
        );
        return true;
    }

    // 12家 of 问题12条, 涉及3家, 以上的3个 are no parts of what is counted.
    private static bool IsNoItem(ReadingState reading, Scene scene, Draft total) =>
        (total.CountsItems && !scene.Quantity.CountsItems && scene.Quantity.Word is not ("个" or ""))
        || (!total.CountsItems && scene.Quantity.Word == "家" && total.Fact.Measure == Measure.Issues)
        // 6家单位…，共计9个栏目; 检查网站14个，…；页面23.4万个: content is no part of the sites.
        || (!total.CountsItems && total.Fact.Measure != Measure.Issues && IsContent(scene))
        // 发布信息900条；办理网民留言40条; 留言300条，各单位答复298条
        || (total.Fact.Measure is Measure.Published or Measure.Posts && Nouns.LastThing(scene.Left) == Thing.Message)
        || (total.Fact.Measure == Measure.Messages && IsReply(scene))
        // 各市合格率均高，其中丙、丁3市合格率达100%
        || CountedPlaces.IsOfRate(scene)
        || Remarks.IsAchievement(scene)
        || Remarks.IsKinds(scene)
        || Remarks.IsReminder(scene)
        || CountsBefore.IsAgain(reading, scene)
        // 推送信息521条，总阅读量9.3万次
        || IsEcho(scene)
        // 其余5个单位共5条: units are no part of what they have.
        || (total.Fact.Measure == Measure.Issues && Nouns.FirstThing(scene.Right) == Thing.Unit)
        || scene.Left.StartsWith("以上", StringComparison.Ordinal)
        || scene.Left.StartsWith("以下", StringComparison.Ordinal)
        || scene.Left.EndsWith("涉及", StringComparison.Ordinal);

    private static bool IsReply(Scene scene) =>
        Array.Exists(
            (string[])["答复", "回复", "办复", "办结", "处理"],
            word => scene.Left.EndsWith(word, StringComparison.Ordinal)
        );

    private static bool IsEcho(Scene scene) =>
        Array.Exists(
            (string[])["阅读量", "浏览量", "访问量", "播放量", "点击量", "点赞量", "转发量", "粉丝", "粉丝数"],
            word => scene.Left.EndsWith(word, StringComparison.Ordinal)
        );

    private static bool IsContent(Scene scene) =>
        Array.Exists(
            (string[])["栏目", "页面", "网页", "链接"],
            word =>
                scene.Left.EndsWith(word, StringComparison.Ordinal)
                || scene.Right.StartsWith(word, StringComparison.Ordinal)
        );

    // The words of the item: before its bracket or number, behind the words that opened the list; else behind the number.
    private static string ItemPhrase(Frame frame, Scene scene)
    {
        var phrase = scene.IsAloneInBracket ? scene.Outer : scene.Left;
        var start = (scene.IsAloneInBracket ? scene.Bracket : scene.Quantity.Start) - phrase.Length;
        if (frame.Start > start && frame.Start < start + phrase.Length)
        {
            phrase = phrase[(frame.Start - start)..];
        }

        var isAfter = phrase.Length == 0 || Subject.StripOpeners(phrase).Length <= 1 || IsOpenerOnly(phrase);
        return isAfter && scene.Right.Length > 0 ? scene.Right.TrimEnd('和', '及', '与') : phrase;
    }

    // 问题23条，其中网站9条、政务新媒体14条: a total of both channels has none of its own.
    private static bool OfChannel(ReadingState reading, Scene scene, Draft total, string channel)
    {
        total.Fact = total.Fact with { Channel = null };
        var fact = new Fact
        {
            Measure = total.Fact.Measure,
            Channel = channel,
            Count = scene.Quantity.Value,
        };
        Parts.Tie(reading, reading.Add(scene, Parts.Inherit(fact, total)), total);
        return true;
    }

    private static bool Each(ReadingState reading, Scene scene)
    {
        var total = reading.Frames.Top!.Total!;
        var names = Subject.StripOpeners(EachLists.EachNames(scene.Left)!).Split('、');
        if (total.Fact.Count is null || names.Length > 200)
        {
            return false;
        }

        foreach (var name in names)
        {
            var subject = Subject.OfItem(name, isClassOpen: false);
            var fact = new Fact
            {
                Measure = total.Fact.Measure,
                Unit = subject.Unit ?? (subject.IsEmpty ? name : null),
                Group = subject.Group ?? UnitNames.GroupOf(name),
                Platform = subject.Platform,
                Count = scene.Quantity.Value,
            };
            Parts.Tie(reading, reading.Add(scene, Parts.Inherit(fact, total)), total);
        }

        MarkCut(reading, scene);
        return true;
    }

    private static bool IsEach(Scene scene) =>
        EachLists.EachNames(scene.Left) is { } names && names.Contains('、', StringComparison.Ordinal);

    private static bool IsOpenerOnly(string phrase) =>
        Subject.StripEndings(phrase) is "其中" or "包括" or "含" or "分别为" or "";

    // 咨询类6条 of 留言7条: the word that looks like a verb is the kind of thing.
    private static bool IsItemOfKind(ReadingState reading, Scene scene, Draft total) =>
        (
            total.Fact.Measure is Measure.Messages
            && (Acts.Last(scene.Left) is Act.Issue or Act.Receive or Act.Inspect || IsThanks(scene))
        ) || (reading.Frames.Top!.IsByKind && Acts.Last(scene.Left) is Act.Issue && Acts.Last(scene.Right) == Act.None);

    private static bool IsThanks(Scene scene) =>
        scene.Left.StartsWith("表扬", StringComparison.Ordinal)
        || scene.Left.StartsWith("感谢", StringComparison.Ordinal);

    /// <summary>The item of the open list that was read last.</summary>
    public static Draft? LastPart(ReadingState reading) =>
        reading.Frames.Top is { Parts: [.., var last] } ? last.Part : null;

    private static Draft? TotalOfChannel(ReadingState reading, Scene scene, string? channel)
    {
        var frame = reading.Frames.Top!;
        return reading.FindBack(
            scene.Paragraph,
            draft =>
                draft.Fact.Span.Start < frame.Start
                && draft.Fact.Channel == channel
                && draft.CountsItems == scene.Quantity.CountsItems
                && draft.Total is null
                && draft.Fact.Count is not null
        );
    }

    // 等, or the remark of an excerpt, says that the list goes on.
    private static void MarkCut(ReadingState reading, Scene scene)
    {
        var rest = scene.Paragraph.Text.AsSpan(
            scene.Quantity.Tail,
            Math.Min(12, scene.Paragraph.Span.End - scene.Quantity.Tail)
        );
        rest = rest.TrimStart('）');
        reading.Frames.Top!.IsCut =
            rest.StartsWith("等")
            || rest.StartsWith("（后文")
            || rest.StartsWith("…")
            || rest.StartsWith("（略")
            || rest.StartsWith("（下略");
    }
}
