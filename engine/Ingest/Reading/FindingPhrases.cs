using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>发现问题198条, 不合格3个, 63家政务新媒体存在问题, 抖音被市局检测到单否1次, 4个未整改到位.</summary>
internal static class FindingPhrases
{
    /// <summary>Reads what an inspection found.</summary>
    public static bool Read(ReadingState reading, Scene scene, Act act, Thing thing)
    {
        var subject = Owner.Of(scene);
        var channel = ChannelOf(reading, scene, thing, subject);
        var measure = MeasureOf(reading, scene, act, thing, channel);
        if (Owner.Each(scene) is { } names)
        {
            return Owner.AddEach(reading, scene, measure, channel, names);
        }

        // “甲县民政”微信公众号链接失效2个: of one account only its problems can be several.
        measure =
            measure == Measure.AccountsWithIssue && subject.Account is not null && scene.Quantity.Value > 1
                ? Measure.Issues
                : measure;
        var fact = new Fact
        {
            Measure = measure,
            Channel = channel,
            Unit = subject.Unit,
            Group = subject.Group,
            Platform = subject.Platform ?? PlatformOf(scene, measure),
            Account = subject.Account,
            Category = act == Act.Issue ? CategoryOf(scene, subject) : null,
            Level = act is Act.Issue or Act.Veto ? Context.LevelAt(scene) : null,
            Count = scene.Quantity.Value,
        };

        var total = Parts.TotalOf(reading, scene, measure, channel);
        if (total is not null && act == Act.Issue && fact.Category is not null)
        {
            total = OfCategory(reading, scene, measure, fact.Category) ?? (total.Fact.Category is null ? total : null);
        }

        // 抽查…不合格的14家网站…，其中15家不合格: without a name it is no part of what the same word counts.
        if (act is Act.Fail or Act.Pass && IsNameless(fact) && IsPlainNoun(scene))
        {
            total = null;
            var item = SegmentItem.Of(reading, scene)?.Fact;
            fact = fact with { Unit = item?.Unit, Group = item?.Group, Platform = item?.Platform };
        }

        if (total is null)
        {
            var draft = reading.Add(scene, CarryUnit(reading, scene, fact));
            draft.Within = WithinOf(reading, scene, draft);
            return true;
        }

        // 和错别字1次: a second kind of problem of the unit named before.
        fact = CarryUnit(reading, scene, fact);
        Parts.Tie(reading, reading.Add(scene, Parts.Inherit(fact, total)), total);
        return true;
    }

    private static bool IsOfBoth(Scene scene) =>
        scene.Right.StartsWith("单位", StringComparison.Ordinal)
        && Nouns.Names(scene.Right, Thing.Site)
        && Nouns.Names(scene.Right, Thing.Account);

    private static bool IsNameless(Fact fact) => fact is { Unit: null, Group: null, Platform: null, Account: null };

    // 15家网站不合格, 不合格网站15家: nothing else is said of them.
    private static bool IsPlainNoun(Scene scene)
    {
        var words = scene.Left.Length > scene.Right.Length ? scene.Left : scene.Right;
        words = Subject.StripOpeners(words);
        foreach (
            var word in (string[])
                ["发现", "不合格", "合格", "的", "有", "共", "政务新媒体", "政府网站", "网站", "账号", "其中"]
        )
        {
            words = words.Replace(word, "", StringComparison.Ordinal);
        }

        return words.Length == 0;
    }

    private static string MeasureOf(ReadingState reading, Scene scene, Act act, Thing thing, string? channel)
    {
        switch (act)
        {
            case Act.Veto:
                return Measure.Veto;
            case Act.Pass or Act.Fail when Gradings.Counts(scene, thing):
                // 信息报送未达标单位4个
                return act == Act.Fail && channel == Channel.Submission ? Measure.BelowQuota : Measure.Other;
            case Act.Pass:
                return Measure.Passed;
            case Act.Fail:
                return Measure.Failed;
            case Act.Rectify:
                return Measure.Rectified;
            case Act.LeaveOpen:
                return Measure.Unrectified;
        }

        // 3家单位栏目未更新: who has the problem stands straight behind the number.
        thing = IsOfBoth(scene) ? Thing.Unit : thing;
        thing = scene.Quantity.Word == "家" && thing == Thing.Column ? Nouns.FirstThing(scene.Right) : thing;
        if (
            scene.Quantity.CountsItems
            || scene.Quantity.Word == "项"
            || NamesOccurrences(scene.Left)
            || (scene.Right.Length <= 6 && NamesOccurrences(scene.Right))
            || IsOfIssues(reading, scene, channel)
        )
        {
            return Measure.Issues;
        }

        if (IsOfProblems(scene))
        {
            return Measure.Issues;
        }

        // 发现空白栏目4个: each is one problem of the site.
        if (thing == Thing.Column && !States.IsState(scene.Left))
        {
            return Measure.Issues;
        }

        if (thing is Thing.Site or Thing.Account or Thing.Unit || scene.Quantity.Word == "家")
        {
            return IsBesidePassRate(scene, thing) ? Measure.Failed : CountPhrases.WithIssue(channel, thing);
        }

        return CountsThings(reading, scene, act, channel) ? CountPhrases.WithIssue(channel, thing) : Measure.Issues;
    }

    // 发现存在突出问题的网站4个，合格率96.7%: the rate says that these failed, unless a number of 不合格 does.
    private static bool IsBesidePassRate(Scene scene, Thing thing)
    {
        var text = scene.Paragraph.Text;
        var start = text.LastIndexOfAny(
            ['；', '。'],
            scene.Quantity.Start,
            scene.Quantity.Start - scene.SentenceStart + 1
        );
        var end = text.AsSpan(scene.Quantity.Tail, scene.Paragraph.Span.End - scene.Quantity.Tail)
            .IndexOfAny('；', '。');
        var behind = scene.Quantity.Tail + (end < 0 ? scene.Paragraph.Span.End - scene.Quantity.Tail : end);
        var words = text[Math.Max(start + 1, scene.SentenceStart)..behind];
        return thing != Thing.Unit
            && (scene.Left + scene.Right).Contains("突出问题", StringComparison.Ordinal)
            && words.Contains("合格率", StringComparison.Ordinal)
            && !words.Replace("不合格率", "", StringComparison.Ordinal).Contains("不合格", StringComparison.Ordinal);
    }

    // 政府网站共发现各类问题187个: what was found on sites is no number of sites.
    private static bool IsOfProblems(Scene scene) =>
        scene.Left.EndsWith("问题", StringComparison.Ordinal)
        && (
            scene.Left.Contains("发现", StringComparison.Ordinal)
            // 去年末遗留的网站问题3个; 存在问题3个 may count what is in trouble.
            || (
                scene.Quantity.Word == "个"
                && !scene.Left.EndsWith("存在问题", StringComparison.Ordinal)
                && !scene.Left.EndsWith("突出问题", StringComparison.Ordinal)
            )
        );

    // 网站死链60个: what is wrong in them, not the sites.
    private static bool NamesOccurrences(string words) =>
        Array.Exists(
            (string[])["死链", "断链", "错链", "外链", "暗链", "死链接", "错别字", "错敏词", "敏感词", "错误表述"],
            word => words.EndsWith(word, StringComparison.Ordinal)
        );

    // 发现问题128个，其中错别字71个、栏目更新不及时15个: the kinds of problem split the problems.
    private static bool IsOfIssues(ReadingState reading, Scene scene, string? channel) =>
        scene.Quantity.Word == "个"
        && scene.Right.Length == 0
        && Nouns.LastThing(scene.Left) is Thing.Nothing or Thing.Column or Thing.Message or Thing.Paper
        && reading.Frames.Top is { Total: { Fact.Measure: Measure.Issues } total }
        // 发现问题187个。其中…: the split may be a sentence of its own.
        && total.Sentence >= scene.Sentence - 1
        && total.Fact.Channel == channel;

    // What is counted is not named: things that are in some state, or problems.
    private static bool CountsThings(ReadingState reading, Scene scene, Act act, string? channel)
    {
        // 2个未提供有效互动功能, 长期不更新的有3个: what follows a check of things counts such things.
        var isThingElided =
            (
                scene.Left.EndsWith("的有", StringComparison.Ordinal)
                || (scene.Left.Length == 0 && scene.Right.StartsWith('未'))
            )
            && channel is Channel.NewMedia or Channel.Website
            && !scene.Left.Contains("问题", StringComparison.Ordinal);
        var isState =
            act == Act.Issue
            && States.IsState(scene.Left.Length > 0 ? scene.Left : scene.Right)
            && (
                channel == Channel.NewMedia
                || reading.FindAbove(
                    scene.Paragraph.Index,
                    draft => draft.Fact.Measure is Measure.Inspected or Measure.Failed && draft.Fact.Channel == channel
                )
                    is not null
            );
        if (isThingElided || isState)
        {
            return true;
        }

        // 发现问题5个 counts problems; 存在突出问题4个 after 检查293个 counts the inspected.
        return (
                scene.Left.Contains("存在", StringComparison.Ordinal)
                || scene.Right.StartsWith("存在", StringComparison.Ordinal)
            )
            && reading.FindBack(
                scene.Paragraph,
                draft =>
                    draft.Sentence == scene.Sentence
                    && (
                        draft.Fact.Measure is Measure.Inspected or Measure.Failed
                        // 正在运行的账号303个，检查发现10个存在问题
                        || (scene.Left.Length <= 6 && draft.Fact.Measure is Measure.Sites or Measure.Accounts)
                    )
            )
                is not null;
    }

    private static string? ChannelOf(ReadingState reading, Scene scene, Thing thing, Subject subject)
    {
        // 8个单位网站或政务新媒体存在问题
        if (IsOfBoth(scene))
        {
            return reading.Sections.Channel ?? Channel.Website;
        }

        if (
            subject.Platform is not null
            || subject.Account is not null
            || PlatformOf(scene, Measure.Failed) is not null
        )
        {
            return Channel.NewMedia;
        }

        if (thing is Thing.Site or Thing.Account)
        {
            return Nouns.ChannelOf(thing);
        }

        // “甲县教育局”网…栏目达6个
        if (scene.Left.Contains("”网", StringComparison.Ordinal) && subject.Unit is not null)
        {
            return Channel.Website;
        }

        var channel = Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start);
        // 上季度的9条问题 in a section on submissions: what was found before was found on sites and accounts.
        return channel == Channel.Submission && IsOfEarlierNotice(scene)
            ? Context.ChannelOf(scene.SentenceBefore) is Channel.Submission or null
                ? reading.Head.Channel
                : Context.ChannelOf(scene.SentenceBefore)
            : channel;
    }

    private static bool IsOfEarlierNotice(Scene scene) =>
        Array.Exists(
            (string[])["上季度", "上一季度", "上月", "上期", "去年", "上年", "前期", "此前", "上半年"],
            word => scene.SentenceBefore.Contains(word, StringComparison.Ordinal)
        );

    private static string? PlatformOf(Scene scene, string measure)
    {
        if (measure is Measure.Issues)
        {
            return null;
        }

        // 3个微信公众号超过2周未更新
        if (
            !scene.Quantity.CountsItems
            && Platforms.FirstIn(scene.Right) is { Start: 0 or 2 } behind
            && scene.Right[..behind.Start] is "" or "政务"
        )
        {
            return behind.Name;
        }

        var words = Subject.StripOpeners(scene.Left);
        var end = Acts.In(words) is [var first, ..] ? first.Start : words.Length;
        return Platforms.Whole(Subject.StripEndings(words[..end]));
    }

    private static string? CategoryOf(Scene scene, Subject subject)
    {
        var isAfter = !scene.Quantity.CountsItems && Acts.Last(scene.Right) == Act.Issue;
        var phrase = isAfter ? AfterNoun(scene.Right) : scene.Left;
        if (!isAfter && subject.Unit is { } unit && phrase.IndexOf(unit, StringComparison.Ordinal) is var at and >= 0)
        {
            phrase = phrase[(at + unit.Length)..];
        }

        return Categories.Of(phrase);
    }

    // 24个账号超过2周未更新: the kind of problem stands behind the noun.
    private static string AfterNoun(string words)
    {
        foreach (var noun in (string[])["政务新媒体账号", "政务新媒体", "政府网站", "账号", "网站", "单位"])
        {
            if (words.StartsWith(noun, StringComparison.Ordinal))
            {
                return words[noun.Length..];
            }
        }

        return words;
    }

    private static Draft? OfCategory(ReadingState reading, Scene scene, string measure, string category)
    {
        var frame = reading.Frames.Top!;
        return reading.FindBack(
            scene.Paragraph,
            draft =>
                draft.Fact.Span.Start < frame.Start
                && draft.Total is null
                && draft.Fact.Measure == measure
                && draft.Fact.Category == category
        );
    }

    // 乙局网站有9个栏目空白，4个栏目未更新
    private static bool IsNextColumn(ReadingState reading, Scene scene) =>
        scene.Left.Length == 0
        && scene.Gap.EndsWith('，')
        && !scene.Gap.Contains('；', StringComparison.Ordinal)
        && Nouns.FirstThing(scene.Right) == Thing.Column
        && reading.LastIn(scene.Paragraph)
            is { Fact: { Measure: Measure.Issues, Unit: not null, CountImplied: false } };

    private static Fact CarryUnit(ReadingState reading, Scene scene, Fact fact)
    {
        var joined =
            scene.Left.StartsWith('和')
            || scene.Left.StartsWith('及')
            || scene.Left.StartsWith("以及", StringComparison.Ordinal)
            || scene.Gap.StartsWith('、')
            || IsNextColumn(reading, scene);
        return
            joined
            && fact is { Unit: null, Account: null, Group: null }
            && reading.LastIn(scene.Paragraph) is { } before
            && before.Sentence == scene.Sentence
            && (before.Fact.Measure == fact.Measure || before.Total is null)
            ? fact with
            {
                Unit = before.Fact.Unit,
                Account = before.Fact.Account,
                Platform =
                    fact.Platform
                    ?? (before.Fact.Account is null && before.Fact.Unit is null ? null : before.Fact.Platform),
                Group = fact.Group ?? (before.Fact.Unit is null ? null : before.Fact.Group),
            }
            : fact;
    }

    // 检查39个，其中不合格3个: not a split, but it cannot exceed what was inspected.
    private static Draft? WithinOf(ReadingState reading, Scene scene, Draft draft)
    {
        if (
            draft.Fact.Measure
            is not (Measure.Passed or Measure.Failed or Measure.SitesWithIssue or Measure.AccountsWithIssue)
        )
        {
            return null;
        }

        bool IsWhole(Draft other) =>
            other.Sentence == scene.Sentence
            && other.Fact.Measure == Measure.Inspected
            && other.Fact.Channel == draft.Fact.Channel
            && other.Fact.Period == draft.Fact.Period
            && other.Total is null
            && other.Fact.Platform == draft.Fact.Platform;

        // 对41个…、63个…进行了检查，合格101个 is of both.
        var whole = reading.FindBack(scene.Paragraph, IsWhole);
        return reading.FindBack(scene.Paragraph, other => IsWhole(other) && !ReferenceEquals(other, whole)) is null
            ? whole
            : null;
    }
}
