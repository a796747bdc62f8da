using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Units named without a number: 发布量为零的单位：甲、乙; 对甲、乙等4个单位 of 零报送; 甲、乙未在期限内答复.</summary>
internal static class NamedUnits
{
    private static readonly string[] s_zeros =
    [
        "为零的",
        "为0的",
        "未被采用信息的",
        "未被采用的",
        "无信息采用的",
        "未采用的",
        "零采用的",
        "零采用单位",
    ];

    private static readonly string[] s_deeds =
    [
        "报送信息",
        "报送的信息",
        "上报信息",
        "发布信息",
        "发布的信息",
        "发布内容",
        "发布的内容",
        "公开信息",
        "网站",
        "部分栏目",
        "个别栏目",
        "栏目",
    ];

    private static readonly string[] s_times =
    [
        "本季度",
        "当季度",
        "当季",
        "本月",
        "当月",
        "上半年",
        "全年",
        "连续两个季度",
        "连续两个月",
        "连续多月",
    ];

    /// <summary>Reads a sentence.</summary>
    public static void Read(ReadingState reading, SentenceScope scope)
    {
        if (!ReadZeroList(reading, scope))
        {
            ReadZeroSubmission(reading, scope);
        }

        ReadFaults(reading, scope);
        ReadExamples(reading, scope);
        ReadFailedSites(reading, scope);
        ReadFailedSite(reading, scope);
    }

    // 合格7个，不合格的为某研究所网站: the one that is left, where no number of 不合格 is printed.
    private static void ReadFailedSite(ReadingState reading, SentenceScope scope)
    {
        foreach (var word in (string[])["不合格的为", "不合格的是", "不合格网站为", "不合格网站是"])
        {
            var at = scope.Words.IndexOf(word, StringComparison.Ordinal);
            var item = at < 0 ? "" : scope.ClauseFrom(at + word.Length);
            if (!item.EndsWith("网站", StringComparison.Ordinal) || !UnitNames.IsName(Bare(item)))
            {
                continue;
            }

            var isCounted =
                reading.FindBack(
                    scope.Paragraph,
                    draft => draft.Sentence >= scope.Sentence - 1 && draft.Fact.Measure == Measure.Failed
                )
                is not null;
            if (!isCounted)
            {
                Add(reading, scope, Measure.Failed, Channel.Website, Bare(item), at + word.Length, 1, category: null);
            }

            return;
        }
    }

    private static bool ReadZeroList(ReadingState reading, SentenceScope scope)
    {
        var zero = s_zeros.Select(word => scope.Words.IndexOf(word, StringComparison.Ordinal)).Max();
        var names = zero < 0 ? [] : NamesBehind(scope.Words, zero);
        if (names.Count == 0)
        {
            return false;
        }

        var isUnadopted = !scope.Words.AsSpan(zero).StartsWith("为");
        var head = isUnadopted ? "采用" : scope.Words[..zero];
        var channel = Context.ChannelAt(reading, scope.Paragraph, scope.Start, scope.Start + zero);
        var measure = Acts.Last(head) switch
        {
            Act.Submit => Measure.Submitted,
            Act.Adopt => Measure.Adopted,
            _ => channel == Channel.NewMedia ? Measure.Posts : Measure.Published,
        };
        channel =
            measure is Measure.Submitted or Measure.Adopted ? Channel.Submission
            : channel == Channel.NewMedia ? channel
            : Channel.Website;
        foreach (var (name, at) in names)
        {
            Add(reading, scope, measure, channel, name, at, 0, category: null);
        }

        return true;
    }

    // 未被采用的单位有：甲、乙; 采用量为0的有甲、乙
    private static List<(string Name, int At)> NamesBehind(string words, int from)
    {
        var colon = words.IndexOf('：', from);
        if (colon >= 0)
        {
            return Names(words, colon + 1, words.Length);
        }

        var link = words.AsSpan(from).IndexOfAny('有', '是');
        return link < 0 ? [] : Names(words, from + link + 1, words.Length);
    }

    private static void ReadZeroSubmission(ReadingState reading, SentenceScope scope)
    {
        var zero = Math.Max(
            scope.Words.IndexOf("零报送", StringComparison.Ordinal),
            scope.Words.IndexOf("未报送信息的单位", StringComparison.Ordinal)
        );
        if (zero < 0)
        {
            return;
        }

        var start = scope.Words.AsSpan(zero).IndexOfAny('对', '：') is var mark and >= 0 ? zero + mark + 1 : -1;
        var names = start < 0 ? [] : Names(scope.Words, start, scope.Words.Length);
        var isAdoption = scope.Words.Contains("零采用", StringComparison.Ordinal);
        foreach (var (name, at) in names)
        {
            Add(reading, scope, Measure.Submitted, Channel.Submission, name, at, 0, category: null);
            if (isAdoption)
            {
                Add(reading, scope, Measure.Adopted, Channel.Submission, name, at, 0, category: null);
            }
        }
    }

    // 甲局、乙局未在5个工作日内答复; 甲局、乙镇整改不彻底
    private static void ReadFaults(ReadingState reading, SentenceScope scope)
    {
        for (var start = 0; start < scope.Words.Length; )
        {
            var clause = scope.ClauseFrom(start);
            ReadFault(reading, scope, start, clause);
            start += clause.Length + 1;
        }
    }

    private static void ReadFault(ReadingState reading, SentenceScope scope, int start, string clause)
    {
        var marked =
            Text.ListMark.Read(clause, 0) is { } mark && mark.End < clause.Length ? clause[mark.End..] : clause;
        var text = Subject.StripOpeners(marked);
        if (marked.Length - text.Length > 4)
        {
            return;
        }

        var offset = start + clause.IndexOf(text, StringComparison.Ordinal);
        var last = text.LastIndexOf('、') + 1;
        var length = NameBeforeFault(text[last..]);
        if (length == 0)
        {
            return;
        }

        var fault = text[(last + length)..];
        var time = Array.Find(s_times, time => fault.StartsWith(time, StringComparison.Ordinal));
        fault = fault[(time?.Length ?? (PeriodReader.Read(fault, 0) is { } period ? period.End : 0))..];
        var names = Names(scope.Words, offset, offset + last + length);
        if (names.Count != text[..last].Count(c => c == '、') + 1 || IsCounted(scope, start, clause, fault))
        {
            return;
        }

        if (ZeroMeasure(fault) is { } zero)
        {
            var where = zero != Measure.Published ? Channel.Submission : Channel.Website;
            names.ForEach(unit => Add(reading, scope, zero, where, unit.Name, unit.At, 0, category: null));
            return;
        }

        if (names.Count > 1)
        {
            AddFault(reading, scope, start, fault, names);
        }
    }

    // 甲局、乙镇存在错别字3处: the number says how many. 甲局、乙镇存在的问题…: what follows is said of the problems.
    private static bool IsCounted(SentenceScope scope, int start, string clause, string fault) =>
        (fault.StartsWith("存在", StringComparison.Ordinal) || fault.StartsWith("出现", StringComparison.Ordinal))
        && (
            fault.StartsWith("存在的", StringComparison.Ordinal)
            || fault.StartsWith("出现的", StringComparison.Ordinal)
            || scope.Paragraph.Quantities.Exists(quantity =>
                quantity.Kind is QuantityKind.Count or QuantityKind.Bare
                && quantity.Start >= scope.Start + start
                && quantity.Start < scope.Start + start + clause.Length
            )
        );

    private static void AddFault(
        ReadingState reading,
        SentenceScope scope,
        int start,
        string fault,
        List<(string Name, int At)> names
    )
    {
        var isOpen = fault.Contains("整改", StringComparison.Ordinal);
        var isInteraction = Nouns.Channels(scope.Words).Exists(found => found.Value == Channel.Interaction);
        var channel = isInteraction
            ? Channel.Interaction
            : Context.ChannelAt(reading, scope.Paragraph, scope.Start, scope.Start + start);
        // 甲局报送信息存在错误表述: found where it was published.
        channel =
            channel == Channel.Submission
            && Array.Exists(s_deeds, deed => fault.StartsWith(deed, StringComparison.Ordinal))
                ? reading.Head.Channel ?? Channel.Website
                : channel;
        if (channel is null)
        {
            return;
        }

        foreach (var (name, at) in names)
        {
            Add(
                reading,
                scope,
                isOpen ? Measure.Unrectified : Measure.UnitsWithIssue,
                channel,
                name,
                at,
                1,
                isOpen ? null : fault
            );
        }
    }

    // 甲局、乙镇未报送信息; 甲局、乙镇发布量为零
    private static string? ZeroMeasure(string fault) =>
        Acts.In(fault.StartsWith("信息", StringComparison.Ordinal) ? fault[2..] : fault) is not [{ Start: 0 } first, ..]
            ? null
        : first.Value == Act.ZeroSubmission ? Measure.Submitted
        : !fault.Contains("为零", StringComparison.Ordinal) ? null
        : first.Value switch
        {
            Act.Submit => Measure.Submitted,
            Act.Adopt => Measure.Adopted,
            Act.Publish => Measure.Published,
            _ => null,
        };

    // 甲局、乙镇等4家单位更新滞后: examples of the units behind them.
    private static void ReadExamples(ReadingState reading, SentenceScope scope)
    {
        for (var i = reading.Drafts.Count - 1; i >= 0 && reading.Drafts[i].Sentence == scope.Sentence; i--)
        {
            var total = reading.Drafts[i];
            var at = total.Fact.Span.Start - scope.Start;
            if (
                total.Fact is not { Measure: Measure.UnitsWithIssue or Measure.ZeroUnits, CountImplied: false }
                || at < 3
                || at > scope.Words.Length
                || scope.Words[at - 1] is not ('等' or '这')
            )
            {
                continue;
            }

            var start = scope.Words.LastIndexOfAny(['，', '；', '：', '。', '对'], at - 1) + 1;
            foreach (var (name, place) in Names(scope.Words, start, at - 1))
            {
                var isZero = total.Fact.Measure == Measure.ZeroUnits;
                if (
                    reading.Drafts.Exists(draft =>
                        draft.Sentence == scope.Sentence && draft.Fact.Unit == name && draft.Fact.CountImplied
                    )
                )
                {
                    continue;
                }

                Add(
                    reading,
                    scope,
                    isZero ? Measure.Submitted : Measure.UnitsWithIssue,
                    total.Fact.Channel,
                    name,
                    place,
                    isZero ? 0 : 1,
                    total.Fact.Category
                );
            }
        }
    }

    // 不合格网站4家，分别是甲县政府网站、乙局网站: each is one of the number before.
    private static void ReadFailedSites(ReadingState reading, SentenceScope scope)
    {
        foreach (var word in (string[])["分别是", "分别为", "的网站为", "网站是：", "网站为：", "网站："])
        {
            var at = scope.Words.IndexOf(word, StringComparison.Ordinal);
            var start = at + word.Length;
            var end = at < 0 ? -1 : scope.Words.AsSpan(start).IndexOfAny('，', '；', '。');
            end = end < 0 ? scope.Words.Length : start + end;
            if (at < 0 || !scope.Words.AsSpan(start, end - start).Contains('、'))
            {
                continue;
            }

            var isFailed = scope.Words[..at].Contains("不合格", StringComparison.Ordinal);
            var items = scope.Words[start..end].Split('、');
            var isSites = items[^1].EndsWith("网站", StringComparison.Ordinal);
            var total = LastOf(reading, scope, start, isFailed, isSites);
            if (total is null || !Array.TrueForAll(items, item => UnitNames.IsName(Bare(item))))
            {
                continue;
            }

            var frame = new Frame(FrameKind.Listing, scope.Start + start) { Total = total };
            foreach (var item in items)
            {
                var name = Bare(item);
                var part = reading.AddImplied(
                    scope.Paragraph,
                    scope.Sentence,
                    scope.SpanOf(start, name.Length),
                    Parts.Inherit(
                        new Fact
                        {
                            Measure = total.Fact.Measure,
                            Unit = name,
                            Group = UnitNames.GroupOf(name),
                            Count = 1,
                        },
                        total
                    )
                );
                part.Total = total;
                part.PartOf = frame;
                frame.Parts.Add((total, part));
                start += item.Length + 1;
            }

            reading.Frames.All.Add(frame);
            return;
        }
    }

    private static Draft? LastOf(ReadingState reading, SentenceScope scope, int start, bool isFailed, bool isSites) =>
        // The list may begin a paragraph of its own.
        reading.FindAbove(
            scope.Paragraph.Index,
            draft =>
                draft.Fact.Span.Start < scope.Start + start
                && draft.Total is null
                && draft.Fact
                    is {
                        CountImplied: false,
                        Count: > 0,
                        Measure: Measure.Failed
                            or Measure.SitesWithIssue
                            or Measure.UnitsWithIssue
                            or Measure.AccountsWithIssue
                    }
                && (!isFailed || draft.Fact.Measure == Measure.Failed)
                && (!isSites || draft.Fact.Channel == Channel.Website)
        );

    private static string Bare(string item)
    {
        var text = item.TrimEnd('等', '。');
        foreach (var ending in (string[])["政府网站", "门户网站", "网站", "政府网"])
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
            {
                var cut = text[..^ending.Length];
                return ending.StartsWith("政府", StringComparison.Ordinal) && !UnitNames.IsName(cut)
                    ? $"{cut}政府"
                    : cut;
            }
        }

        return text;
    }

    private static int NameBeforeFault(string text)
    {
        foreach (
            var word in (string[])
                [
                    "未",
                    "整改不",
                    "零报送",
                    "零投稿",
                    "报送量为零",
                    "报送信息为零",
                    "发布量为零",
                    "采用量为零",
                    "信息报送量为零",
                    "信息发布量为零",
                    "信息采用量为零",
                    "存在",
                    "出现",
                ]
        )
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is not (var at and > 1))
            {
                continue;
            }

            // 旗林草局本季度未报送信息: a word of time may stand between.
            var time = TimeAtEnd(text[..at]);
            if (UnitNames.IsName(text[..(at - time)]))
            {
                return at - time;
            }

            // 乙镇报送信息存在错误表述: what it did stands between.
            var deed = Array.Find(s_deeds, deed => text[..at].EndsWith(deed, StringComparison.Ordinal));
            if (deed is not null && UnitNames.IsName(text[..(at - deed.Length)]))
            {
                return at - deed.Length;
            }
        }

        return 0;
    }

    // 本季度, 3月份, 第二季度: how long the words of time are that a text ends with.
    private static int TimeAtEnd(string text)
    {
        if (Array.Find(s_times, time => text.EndsWith(time, StringComparison.Ordinal)) is { } word)
        {
            return word.Length;
        }

        for (var at = Math.Max(2, text.Length - 12); at < text.Length; at++)
        {
            if (PeriodReader.Read(text, at) is { } period && period.End == text.Length)
            {
                return text.Length - at;
            }
        }

        return 0;
    }

    private static void Add(
        ReadingState reading,
        SentenceScope scope,
        string measure,
        string? channel,
        string name,
        int at,
        int count,
        string? category
    ) =>
        reading.AddImplied(
            scope.Paragraph,
            scope.Sentence,
            scope.SpanOf(at, name.Length),
            new Fact
            {
                Measure = measure,
                Channel = channel,
                Unit = name,
                Group = UnitNames.GroupOf(name),
                Category = category,
                Count = count,
            }
        );

    // The names of a list; it ends at the first item that is none, or at 等.
    private static List<(string Name, int At)> Names(string words, int start, int end)
    {
        var names = new List<(string, int)>();
        while (start < end)
        {
            var next = words.AsSpan(start, end - start).IndexOfAny('、', '。', '，');
            var stop = next < 0 ? end : start + next;
            var item = words[start..stop];
            var etc = item.IndexOf('等', StringComparison.Ordinal);
            var name = etc > 0 ? item[..etc] : item;
            if (!UnitNames.IsName(name))
            {
                break;
            }

            names.Add((name, start));
            if (etc > 0 || (stop < end && words[stop] != '、'))
            {
                break;
            }

            start = stop + 1;
        }

        return names;
    }
}
