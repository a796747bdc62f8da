using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>What a number inherits from the words before it: period, channel, level.</summary>
internal static class Context
{
    private const int FarthestMention = 20;

    /// <summary>The period of a number: the last one named in its sentence, else the document's.</summary>
    public static string? PeriodAt(ReadingState reading, Paragraph paragraph, int sentenceStart, int at)
    {
        for (var i = Paragraph.CountBefore(paragraph.Periods, period => period.Start, at) - 1; i >= 0; i--)
        {
            var period = paragraph.Periods[i];
            if (period.Start < sentenceStart)
            {
                break;
            }

            if (IsBefore(paragraph.Text.AsSpan(period.End, at - period.End)))
            {
                break;
            }

            if (IsCarriedOver(paragraph.Text.AsSpan(period.End, at - period.End)))
            {
                continue;
            }

            if (!period.IsDate && !IsBasis(paragraph.Text, period) && (period.Year ?? reading.Head.Year) is { } year)
            {
                return period.In(year);
            }
        }

        return Origin(reading, paragraph.Text.AsSpan(sentenceStart, at - sentenceStart)) ?? reading.Head.Period;
    }

    // 上季度通报的63个问题，已整改61个: the quarter in which it was found.
    private static string? Origin(ReadingState reading, ReadOnlySpan<char> before)
    {
        foreach (var word in (string[])["上季度", "上一季度"])
        {
            var at = before.LastIndexOf(word);
            if (at < 0 || (at > 0 && before[at - 1] is '比' or '较' or '与' or '同'))
            {
                continue;
            }

            var rest = before[(at + word.Length)..];
            var isFound =
                rest.TrimStart('被') is var verb
                && (
                    verb.StartsWith("通报")
                    || verb.StartsWith("检查")
                    || verb.StartsWith("抽查")
                    || verb.StartsWith("监测")
                    || verb.StartsWith("反馈")
                    || verb.StartsWith("发现")
                    || verb.StartsWith("遗留")
                    || verb.StartsWith("不合格")
                );
            return isFound && !rest.Contains("本季度", StringComparison.Ordinal)
                ? reading.Head.Document.Quarter?.Previous.ToString()
                : null;
        }

        return null;
    }

    // 加上2022年结转的21件，共计办理504件: what is carried over is the first number only.
    private static bool IsCarriedOver(ReadOnlySpan<char> behind) =>
        (behind.StartsWith("结转") || behind.StartsWith("转入") || behind.StartsWith("遗留"))
        && behind.IndexOfAnyInRange('0', '9') >= 0;

    /// <summary>The channel of a number that its own words do not tell.</summary>
    public static string? ChannelAt(ReadingState reading, Paragraph paragraph, int sentenceStart, int at)
    {
        var count = Paragraph.CountBefore(paragraph.Channels, mention => mention.Start, at);
        var last = count > 0 ? paragraph.Channels[count - 1] : default;
        var inSentence = count > 0 && last.Start >= sentenceStart ? last.Channel : null;
        var inParagraph = last.Channel;

        // 主动公开、依申请公开等指标: a list of both speaks of openness as a whole.
        if (inSentence == Channel.Request)
        {
            for (
                var i = count - 2;
                i >= 0 && i > count - FarthestMention && paragraph.Channels[i].Start >= sentenceStart;
                i--
            )
            {
                var between = paragraph.Text.AsSpan(paragraph.Channels[i].Start..last.Start);
                var isOpenness =
                    paragraph.Channels[i].Channel == Channel.Openness
                    && between.StartsWith("主动公开")
                    && between.IndexOfAnyInRange('0', '9') < 0;
                if (isOpenness)
                {
                    return Channel.Openness;
                }
            }
        }

        // 办事指南 and 政策文件 in a notice on websites are what the sites publish.
        if (reading.Head.Channel == Channel.Website)
        {
            inSentence = inSentence == Channel.Openness && !IsDisclosure(paragraph, last) ? null : inSentence;
            inParagraph = inParagraph == Channel.Openness && !IsDisclosure(paragraph, last) ? null : inParagraph;
        }

        return inSentence
            ?? inParagraph
            ?? BehindIn(paragraph, at)
            ?? reading.Sections.Channel
            ?? reading.LastIn(paragraph)?.Fact.Channel
            ?? reading.Head.Channel
            ?? reading
                .FindAbove(
                    paragraph.Index,
                    draft => draft.Fact.Channel is not null && draft.Paragraph >= reading.SectionLine
                )
                ?.Fact.Channel
            ?? (
                reading.Head.Document.Title is { } title
                && (
                    title.Contains("信息公开", StringComparison.Ordinal)
                    || title.Contains("政务公开", StringComparison.Ordinal)
                )
                    ? Channel.Openness
                    : null
            );
    }

    private static bool IsDisclosure(Paragraph paragraph, (string Channel, int Start) mention) =>
        paragraph.Text.AsSpan(mention.Start).StartsWith("主动公开");

    // 区民政局等4家单位政策解读发布滞后: the first mention of the sentence may stand behind the number.
    private static string? BehindIn(Paragraph paragraph, int at)
    {
        var next = Paragraph.CountBefore(paragraph.Channels, mention => mention.Start, at);
        return
            next < paragraph.Channels.Count
            && paragraph.Channels[next].Start is var start
            && start - at < 60
            && paragraph.Text.AsSpan(at, start - at).IndexOfAny("。；") < 0
            && !IsOfAnotherNumber(paragraph.Text.AsSpan(at, paragraph.Span.End - at), start - at)
            ? paragraph.Channels[next].Channel
            : null;
    }

    // 死链9条、留言未回复4条: the mention is of the number behind it. 8个县、31个部门的网站 is of both.
    private static bool IsOfAnotherNumber(ReadOnlySpan<char> text, int mention)
    {
        var item = text[mention..];
        var end = item.IndexOfAny("、，。；");
        return text[..mention].Contains('、') && (end < 0 ? item : item[..end]).IndexOfAnyInRange('0', '9') >= 0;
    }

    /// <summary>The one channel a heading names; null when it names none or several.</summary>
    public static string? ChannelOf(string words)
    {
        var channels = Nouns.Channels(words).ConvertAll(found => found.Value);
        return channels.Count > 0 && channels.TrueForAll(channel => channel == channels[0]) ? channels[0] : null;
    }

    /// <summary>Who found it, by the words before the number, else by the office that inspects in this sentence.</summary>
    public static string? LevelAt(Scene scene)
    {
        if (Levels.In(scene.Left) is { } own)
        {
            return own;
        }

        // The nearest clause that names a finder; a check of one's own ends what was said of others.
        var text = scene.SentenceBefore;
        var isBeyond = false;
        for (var end = text.Length; end > 0; )
        {
            var stop = text.LastIndexOfAny(['，', '；', '。', '：'], end - 1);
            var clause = text[(stop + 1)..end];
            if (Levels.In(clause) is { } level)
            {
                // 自治区检查发现3条；…: what was found and counted there ends at the semicolon.
                return isBeyond && clause.AsSpan().IndexOfAnyInRange('0', '9') >= 0 ? null : level;
            }

            if (Levels.IsOwnCheck(clause))
            {
                return null;
            }

            isBeyond |= stop >= 0 && text[stop] == '；';
            end = stop;
        }

        return null;
    }

    // 由2022年的12家减少到5家: the second figure is of now.
    private static bool IsBefore(ReadOnlySpan<char> words)
    {
        foreach (
            var word in (string[])
                [
                    "减少到",
                    "减少至",
                    "减至",
                    "降到",
                    "降至",
                    "下降到",
                    "增加到",
                    "增加至",
                    "增至",
                    "上升到",
                    "上升至",
                    "提高到",
                    "提升到",
                ]
        )
        {
            if (words.EndsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    // 比第四季度上升: the base of a comparison is not the period of the number.
    private static bool IsBasis(string text, PeriodMention period) =>
        period.Start > 0 && text[period.Start - 1] is '比' or '较' or '与' or '同';
}
