using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Numbers of things and papers by what was done with them: 备案、检查、合格、发现问题、报送、采用 ….</summary>
internal static class CountPhrases
{
    /// <summary>Claims every number with a measure word; what has no measure of its own is <c>other</c>.</summary>
    public static bool TryRead(ReadingState reading, Scene scene)
    {
        if (scene.Quantity.Kind != QuantityKind.Count)
        {
            return false;
        }

        var act = scene.Act;
        var thing = scene.Thing;
        if (act == Act.None && thing == Thing.Nothing && scene.Bracket >= 0)
        {
            act = Acts.Last(scene.Outer);
        }

        if (thing == Thing.Nothing && scene.Bracket >= 0)
        {
            thing = Nouns.LastThing(scene.Outer);
        }

        act = act == Act.None ? Joined(reading, scene, thing) : act;
        act = act == Act.None && ParallelNames.Of(scene) is not null ? ParallelNames.ActOf(scene) : act;
        if (act == Act.None && thing == Thing.Nothing && scene.Left is "为" or "共" or "达" or "仅" or "共计" or "合计")
        {
            // 不合格网站数量与10月份持平，为4个: the clause before says what.
            var before = scene.Gap.Length > 3 ? scene.Gap[..^(scene.Left.Length + 1)] : "";
            before = before[(before.LastIndexOfAny(['，', '；', '。']) + 1)..];
            (act, thing) = (Acts.First(before), Nouns.FirstThing(before));
        }

        return BoundedThings.TryRead(reading, scene, thing)
            || IsSpecial(reading, scene, act)
            || ByAct(reading, scene, act, thing);
    }

    private static bool IsSpecial(ReadingState reading, Scene scene, Act act)
    {
        // 90分以上的网站34个, 更新1次以上的59个: how many meet a bound.
        var isBeyond =
            scene.Left.StartsWith("以上", StringComparison.Ordinal)
            || scene.Left.StartsWith("以下", StringComparison.Ordinal);
        // 10个以上栏目未更新的网站2个 has a fault of its own.
        if (isBeyond && !Acts.In(scene.Left).Exists(act => act.Value == Act.Issue))
        {
            return Add(reading, scene, Measure.Other, null);
        }

        // 上季度被通报的11个账号
        if (
            scene.Left.EndsWith("通报的", StringComparison.Ordinal)
            && scene.Thing is Thing.Site or Thing.Account or Thing.Unit
            && !scene.Quantity.CountsItems
        )
        {
            return Add(reading, scene, WithIssue(null, scene.Thing), Nouns.ChannelOf(scene.Thing));
        }

        // “甲县发布”更新3条
        if (act == Act.None && scene.Quantity.CountsItems && scene.Left.EndsWith("更新", StringComparison.Ordinal))
        {
            return Published(reading, scene);
        }

        if (IsBelowQuota(reading, scene))
        {
            return Add(reading, scene, Measure.BelowQuota, Channel.Submission);
        }

        if (Remarks.Meant(reading, scene) is { } meant)
        {
            meant.Restatements.Add((scene.Span, scene.Quantity.Value));
            return true;
        }

        if (
            Remarks.IsPraise(scene)
            || Remarks.IsReminder(scene)
            || Remarks.IsAchievement(scene)
            || Remarks.IsQuestion(scene)
            || Remarks.IsKinds(scene)
            || CountedPlaces.IsOfRate(scene)
        )
        {
            return Add(reading, scene, Measure.Other, null);
        }

        // …栏目超过两周未更新，涉及3个单位: the fault has no number of its own.
        if (CountsBefore.IsFaultOfUnits(scene))
        {
            return Add(reading, scene, Measure.UnitsWithIssue, null);
        }

        return IsOfNumberBefore(reading, scene);
    }

    // What the number before says goes on, or says what this one is of.
    private static bool IsOfNumberBefore(ReadingState reading, Scene scene)
    {
        // 确认错误91条，涉及网站19条、新媒体72条: what was found, by channel.
        if (CountsBefore.FoundIn(reading, scene) is { } found)
        {
            found.Fact = found.Fact with { Channel = null };
            Add(reading, scene, Measure.Issues, Nouns.ChannelOf(Nouns.LastThing(scene.Left)));
            reading.Drafts[^1].Total ??= found;
            return true;
        }

        if (CountsBefore.ElidedThings(reading, scene) is { } alike)
        {
            return Add(reading, scene, alike.Fact.Measure, alike.Fact.Channel);
        }

        if (CountsBefore.InvolvedColumns(reading, scene) is { } units)
        {
            return Add(reading, scene, Measure.Issues, units.Fact.Channel);
        }

        if (CountsBefore.InvolvedUnits(reading, scene) is { } involved)
        {
            return Add(
                reading,
                scene,
                WithIssue(involved.Fact.Channel, Nouns.FirstThing(scene.Right)),
                involved.Fact.Channel
            );
        }

        return false;
    }

    private static bool ByAct(ReadingState reading, Scene scene, Act act, Thing thing)
    {
        switch (act)
        {
            case Act.Push when scene.Quantity.CountsItems && IsPosting(reading, scene):
                return Add(reading, scene, Measure.Posts, Channel.NewMedia);
            // 网民通过“找错”平台反映的网站问题40条
            case Act.Issue when scene.Quantity.CountsItems && Remarks.IsReported(scene):
            // 各地报送“找错”平台留言共1204条
            case Act.Submit when scene.Quantity.CountsItems && Nouns.LastThing(scene.Left) == Thing.Message:
                return Received(reading, scene);
            // 收到意见134条，采纳37条: what the public proposed is no paper of a unit.
            case Act.Adopt when scene.Quantity.CountsItems && IsOfPublic(reading, scene):
                return Add(reading, scene, Measure.Other, Channel.Interaction);
            // 约稿38次，按要求报送34次
            case Act.Submit
                when scene.Quantity.Word == "次"
                    || scene.SentenceBefore.Contains("约稿", StringComparison.Ordinal)
                    || reading.Sections.Innermost.Contains("约稿", StringComparison.Ordinal):
                return Add(reading, scene, Measure.Other, Channel.Submission);
            case Act.Submit or Act.Adopt or Act.Push when scene.Quantity.CountsItems:
                return SubmissionPhrases.Read(reading, scene, act);
            case Act.ZeroSubmission or Act.BelowQuota when !scene.Quantity.CountsItems:
                return Add(
                    reading,
                    scene,
                    act == Act.BelowQuota ? Measure.BelowQuota : Measure.ZeroUnits,
                    Channel.Submission
                );
            // 对16个市和41个部门运行的政府网站进行检查: places are not what is inspected.
            case Act.Inspect or Act.Stock or Act.None when CountedPlaces.IsClassOf(scene):
            case Act.Inspect or Act.Stock when thing == Thing.Nothing && CountedPlaces.IsPlace(scene):
                return Add(reading, scene, Measure.Other, null);
            case Act.Inspect or Act.Stock when !scene.Quantity.CountsItems:
                return StockPhrases.Read(reading, scene, act, thing);
            case Act.Issue
                when !scene.Quantity.CountsItems
                    && scene.Quantity.Word is not ("家" or "项")
                    && thing is Thing.Paper or Thing.Message:
                return Add(reading, scene, Measure.Other, null);
            case Act.Issue or Act.Veto or Act.Fail or Act.Pass or Act.Rectify or Act.LeaveOpen:
                return FindingPhrases.Read(reading, scene, act, thing);
            case Act.Publish when scene.Quantity.CountsItems:
                return Published(reading, scene);
            case Act.Receive when scene.Quantity.CountsItems && HasPapers(scene):
                return SubmissionPhrases.Read(reading, scene, Act.Submit);
            case Act.Publish
                when thing is Thing.Site or Thing.Account && scene.Tail.AsSpan().IndexOfAnyInRange('0', '9') >= 0:
                return StockPhrases.Read(reading, scene, Act.Stock, thing);
            case Act.OnTime when scene.Quantity.CountsItems && !IsOfPapers(scene):
                return Add(reading, scene, Measure.MessagesOnTime, Replier(reading, scene));
            case Act.Receive when scene.Quantity.CountsItems && HasMessages(reading, scene):
                return Add(reading, scene, Measure.Messages, Channel.Interaction);
            // 信箱共有来信412件
            case Act.Stock when thing == Thing.Message && scene.Quantity.CountsItems:
            case Act.None:
                return Plain(reading, scene, thing);
            default:
                return Add(reading, scene, Measure.Other, null);
        }
    }

    // 8家单位未完成最低报送任务
    private static bool IsBelowQuota(ReadingState reading, Scene scene)
    {
        if (scene.Quantity.CountsItems)
        {
            return false;
        }

        // 3个县、14个部门未达到进度要求: the verb may stand behind the last of several.
        var words =
            scene.Right.Contains('未', StringComparison.Ordinal) ? scene.Right
            : CountedPlaces.IsPlaceWord(scene.Right) && scene.Tail.Contains('、', StringComparison.Ordinal) ? scene.Tail
            : scene.Left;
        // 未完成报送任务（每月不少于4条）的单位11个
        words =
            words.StartsWith("的单位", StringComparison.Ordinal) || words.StartsWith("的部门", StringComparison.Ordinal)
                ? scene.SentenceBefore
                : words;
        foreach (var verb in (string[])["未完成", "未达到", "没有完成", "未达"])
        {
            var at = words.IndexOf(verb, StringComparison.Ordinal);
            if (at < 0 || words.Contains("整改", StringComparison.Ordinal))
            {
                continue;
            }

            var rest = words.AsSpan(at, Math.Min(16, words.Length - at));
            // 未达到时间进度要求 may be said of other tasks.
            var isPace =
                rest.Contains("进度", StringComparison.Ordinal) || rest.Contains("目标", StringComparison.Ordinal);
            if (rest.Contains("任务", StringComparison.Ordinal) || (isPace && IsOfSubmission(reading, scene)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfSubmission(ReadingState reading, Scene scene) =>
        Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start) == Channel.Submission;

    private static string Replier(ReadingState reading, Scene scene) =>
        Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start) == Channel.Request
            ? Channel.Request
            : Channel.Interaction;

    // 监测网站32个、新媒体188个; 发现错别字12处、其他3处: 、 carries the verb on.
    private static Act Joined(ReadingState reading, Scene scene, Thing thing)
    {
        var isJoined =
            scene.Gap.Length > 0
            && (
                scene.Gap[0] is '、' or '和' or '及'
                // 61个政府网站及137个政务新媒体
                || (scene.Gap[^1] is '和' or '及' or '与' && Nouns.IsThing(scene.Gap[..^1]))
            );
        if (!isJoined || reading.LastIn(scene.Paragraph) is not { } before || before.Sentence != scene.Sentence)
        {
            return Act.None;
        }

        return (before.Fact.Measure, scene.Quantity.CountsItems, thing) switch
        {
            (Measure.Inspected, false, Thing.Site or Thing.Account) => Act.Inspect,
            (Measure.Issues, true, _) => Act.Issue,
            _ => Act.None,
        };
    }

    /// <summary>The measure for things that show a problem.</summary>
    public static string WithIssue(string? channel, Thing thing) =>
        (thing, channel) switch
        {
            (Thing.Unit, _) => Measure.UnitsWithIssue,
            (Thing.Site, _) => Measure.SitesWithIssue,
            (Thing.Account, _) => Measure.AccountsWithIssue,
            (_, Channel.Website) => Measure.SitesWithIssue,
            (_, Channel.NewMedia) => Measure.AccountsWithIssue,
            _ => Measure.UnitsWithIssue,
        };

    /// <summary>Adds a number with the subject before its verb, tied to the total of the open split if there is one.</summary>
    public static bool Add(ReadingState reading, Scene scene, string measure, string? channel)
    {
        channel ??= OtherChannel(reading, scene, measure);
        if (Owner.Each(scene) is { } names)
        {
            return Owner.AddEach(reading, scene, measure, channel, names);
        }

        var subject = Owner.Of(scene);
        var fact = new Fact
        {
            Measure = measure,
            Channel = channel,
            Unit = subject.Unit,
            Group = subject.Group,
            Platform = subject.Platform,
            Account = channel is Channel.NewMedia ? subject.Account : null,
            Count = scene.Quantity.Value,
        };
        var total = measure == Measure.Other ? null : Parts.TotalOf(reading, scene, measure, channel);
        var draft = reading.Add(scene, total is null ? fact : Parts.Inherit(fact, total));
        if (total is not null && !subject.IsEmpty)
        {
            Parts.Tie(reading, draft, total);
        }

        return true;
    }

    private static string? OtherChannel(ReadingState reading, Scene scene, string measure)
    {
        var own = Nouns.ChannelOf(Nouns.FirstThing(scene.Right)) ?? Nouns.ChannelOf(Nouns.LastThing(scene.Left));
        if (own is not null && measure == Measure.Other)
        {
            return own;
        }

        // 独立用户访问量312万个: visits are of a site.
        if (measure == Measure.Other && scene.Left.Contains("访问", StringComparison.Ordinal))
        {
            return Channel.Website;
        }

        return Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start);
    }

    // No verb: 114个政务新媒体 is a stock; 第二季度的10家 goes on with what was counted before.
    private static bool Plain(ReadingState reading, Scene scene, Thing thing)
    {
        var before = reading.LastIn(scene.Paragraph);
        // 由1287个减少到903个: the same quantity, now.
        var isNow =
            scene.Left.EndsWith('到')
            || scene.Left.EndsWith('至')
            || scene.Left.EndsWith("降为", StringComparison.Ordinal);
        var goesOn =
            before is { Fact.Count: not null }
            && before.Sentence == scene.Sentence
            && thing is Thing.Nothing
            && (
                before.Fact.Measure is Measure.ZeroUnits or Measure.BelowQuota
                || (isNow && before.CountsItems == scene.Quantity.CountsItems && before.Fact.Measure != Measure.Other)
            );
        // 已整改24个，剩余2个由甲局负责: what is left of what was rectified.
        if (
            before is { Fact.Measure: Measure.Rectified }
            && before.Sentence == scene.Sentence
            && scene.Left is "剩余" or "其余" or "余下" or "剩余的" or "其余的" or "尚有" or "还有"
        )
        {
            return Add(reading, scene, Measure.Unrectified, before.Fact.Channel);
        }

        if (goesOn)
        {
            return Add(reading, scene, before!.Fact.Measure, before.Fact.Channel);
        }

        var isZeroUnits =
            thing is Thing.Unit
            && !scene.Quantity.CountsItems
            && Acts.In(scene.SentenceBefore).Exists(act => act.Value == Act.ZeroSubmission);
        if (isZeroUnits)
        {
            return Add(reading, scene, Measure.ZeroUnits, Channel.Submission);
        }

        if (thing is Thing.Site or Thing.Account && !scene.Quantity.CountsItems)
        {
            return StockPhrases.Read(reading, scene, Act.Stock, thing);
        }

        // 回复网民留言74条: replies alone are no messages received.
        var isReply = Array.Exists(
            (string[])["回复", "答复", "办复"],
            word => scene.Left.Contains(word, StringComparison.Ordinal)
        );
        // 模拟咨询30次: a test of the inspector's own.
        isReply |= scene.Left.Contains("模拟", StringComparison.Ordinal);
        if (thing is Thing.Message && scene.Quantity.CountsItems)
        {
            return Add(reading, scene, isReply ? Measure.Other : Measure.Messages, Channel.Interaction);
        }

        // 甲县7处: places in a text are counted when something is wrong there.
        return Add(reading, scene, IsFault(scene) ? Measure.Issues : Measure.Other, null);
    }

    private static bool IsFault(Scene scene) =>
        scene.Quantity.Word == "处"
        // 设置公开专栏14处
        && !Array.Exists(
            (string[])["设置", "设立", "建成", "建设", "打造", "新建", "改造"],
            word => scene.Left.StartsWith(word, StringComparison.Ordinal)
        );

    // 微信推送文章5118篇: pushed to readers, not to another site.
    private static bool IsPosting(ReadingState reading, Scene scene) =>
        !scene.Left.Contains('向', StringComparison.Ordinal)
        && !scene.Left.Contains("网站", StringComparison.Ordinal)
        && Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start) == Channel.NewMedia;

    // 下达约稿24篇，按时完成19篇
    private static bool IsOfPapers(Scene scene) =>
        scene.Quantity.Word == "篇" || scene.SentenceBefore.Contains("约稿", StringComparison.Ordinal);

    private static bool IsOfPublic(ReadingState reading, Scene scene) =>
        reading.LastIn(scene.Paragraph) is { Fact.Channel: Channel.Interaction } last
        && last.Sentence == scene.Sentence;

    // Who passed the messages on did not get them.
    private static bool Received(ReadingState reading, Scene scene)
    {
        reading.Add(
            scene,
            new Fact
            {
                Measure = Measure.Messages,
                Channel = Channel.Interaction,
                Count = scene.Quantity.Value,
            }
        );
        return true;
    }

    private static bool HasMessages(ReadingState reading, Scene scene) =>
        Nouns.LastThing(scene.Left) == Thing.Message
        || Nouns.FirstThing(scene.Right) == Thing.Message
        || scene.Quantity.Word == "封"
        || scene.Left.Contains("信箱", StringComparison.Ordinal)
        // 收到留言300条，各部门收到180条
        || (scene.Left.EndsWith("收到", StringComparison.Ordinal) && IsAmongMessages(reading, scene));

    private static bool IsAmongMessages(ReadingState reading, Scene scene) =>
        reading.LastIn(scene.Paragraph) is { Fact.Measure: Measure.Messages } last && last.Sentence == scene.Sentence;

    // 共收到信息稿件312件: what was received had been submitted.
    private static bool HasPapers(Scene scene)
    {
        var words = scene.Left + scene.Right;
        return (
                words.Contains('稿', StringComparison.Ordinal)
                || words.Contains("政务信息", StringComparison.Ordinal)
                || words.EndsWith("信息", StringComparison.Ordinal)
            ) && !words.Contains("申请", StringComparison.Ordinal);
    }

    private static bool Published(ReadingState reading, Scene scene)
    {
        var channel = Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start);
        if (Owner.Of(scene) is { Account: not null, Unit: not null })
        {
            return Add(reading, scene, Measure.Posts, Channel.NewMedia);
        }

        // 全州主动公开政府信息48216条: published in whatever way, where no site is named.
        var isOpenness =
            channel == Channel.Openness
            && reading.Head.Channel != Channel.Website
            && !scene.SentenceBefore.Contains("网站", StringComparison.Ordinal);
        if (isOpenness)
        {
            return Add(reading, scene, Measure.Published, Channel.Openness);
        }

        return Add(
            reading,
            scene,
            channel == Channel.NewMedia ? Measure.Posts : Measure.Published,
            channel == Channel.NewMedia ? channel : Channel.Website
        );
    }
}
