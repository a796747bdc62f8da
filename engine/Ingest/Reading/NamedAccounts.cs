using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Accounts named without a number: 甲（微信）、乙（微博）; 甲、乙等24个账号. Each is one.</summary>
internal static class NamedAccounts
{
    private static readonly string[] s_links =
    [
        "账号为",
        "账号是",
        "账号有",
        "账号分别为",
        "账号分别是",
        "新媒体为",
        "新媒体是",
        "新媒体有",
    ];

    /// <summary>Reads a sentence.</summary>
    public static void Read(ReadingState reading, SentenceScope scope)
    {
        for (var colon = scope.Words.IndexOf('：'); colon >= 0; colon = scope.Words.IndexOf('：', colon + 1))
        {
            var end = scope.Words.AsSpan(colon + 1).IndexOfAny('：', '。');
            ReadList(reading, scope, colon + 1, end < 0 ? scope.Words.Length : colon + 1 + end);
        }

        // 不合格账号为“甲教育”（微信公众号）、“乙文旅”（抖音）
        foreach (var link in s_links)
        {
            var at = scope.Words.IndexOf(link + "“", StringComparison.Ordinal);
            if (at >= 0)
            {
                ReadList(reading, scope, at + link.Length, scope.Words.Length);
                break;
            }
        }

        ReadBelowHeading(reading, scope);
        ReadExamples(reading, scope);
        for (var start = 0; start < scope.Words.Length; )
        {
            var clause = scope.ClauseFrom(start);
            ReadOne(reading, scope, start, clause);
            start += clause.Length + 1;
        }
    }

    // （一）长期未更新的账号（12个） and, in a paragraph of their own, the accounts.
    private static void ReadBelowHeading(ReadingState reading, SentenceScope scope)
    {
        var total = reading.FindAbove(scope.Paragraph.Index, draft => !draft.Fact.CountImplied);
        if (
            scope.Start != scope.Paragraph.Span.Start
            || total is not { Total: null, Fact: { Channel: Channel.NewMedia, Count: not null } }
            || total.Paragraph != scope.Paragraph.Index - 1
            || total.Fact.Measure is not (Measure.AccountsWithIssue or Measure.Failed or Measure.Veto)
        )
        {
            return;
        }

        var start = scope.Paragraph.BodyStart - scope.Start;
        var items = AccountItem.In(scope.Words, start, scope.Words.Length);
        if (items.Count != scope.Words.AsSpan(start).Count('、') + 1 || items.Exists(item => item.Platform is null))
        {
            return;
        }

        var frame = new Frame(FrameKind.Listing, scope.Start + start) { Total = total, IsCut = IsCut(scope.Words) };
        items.ForEach(item => Add(reading, scope, frame, total, item));
        reading.Frames.All.Add(frame);
    }

    // 等 behind the last of them: there are more.
    private static bool IsCut(string list) =>
        list.TrimEnd('。').EndsWith('等')
        || list.Contains("”等", StringComparison.Ordinal)
        || list.Contains("）等", StringComparison.Ordinal)
        || list.Contains("号等", StringComparison.Ordinal)
        || list.Contains("微博等", StringComparison.Ordinal);

    // “某省在线”微博因两周未更新被判定不合格: one account with a fault and no number.
    private static void ReadOne(ReadingState reading, SentenceScope scope, int start, string clause)
    {
        if (Owner.Quoted(WithoutMark(clause)) is not { Account: { Length: >= 2 } account } owner)
        {
            return;
        }

        var at = start + clause.IndexOf(account, StringComparison.Ordinal);
        var rest = clause[(at - start + account.Length + 1)..];
        var channel = Context.ChannelAt(reading, scope.Paragraph, scope.Start, scope.Start + at);
        var isAccount = owner.Platform is not null || Nouns.FirstThing(rest) == Thing.Account;
        var measure = Acts.In(rest).FindLast(act => act.Value != Act.RateName).Value switch
        {
            Act.Fail => Measure.Failed,
            Act.LeaveOpen => Measure.Unrectified,
            // 不合格的3个账号中，“甲”微信公众号超过2周未更新: the fault says why it failed.
            // 单项否决2起：“甲”微博18天未更新
            Act.Issue when isAccount => reading
                .FindBack(
                    scope.Paragraph,
                    draft =>
                        draft.Sentence == scope.Sentence
                        && draft.Fact is { Measure: Measure.Failed or Measure.Veto, CountImplied: false }
                        && draft.Fact.Channel is Channel.NewMedia or null
                )
                ?.Fact.Measure
                ?? Measure.AccountsWithIssue,
            _ => null,
        };
        if (
            measure is null
            || QuotedAccounts.Denies(rest)
            || HasNumber(reading, scope, start, clause.Length, account)
            || !(isAccount || channel == Channel.NewMedia)
        )
        {
            return;
        }

        reading.AddImplied(
            scope.Paragraph,
            scope.Sentence,
            scope.SpanOf(at, account.Length),
            new Fact
            {
                Measure = measure,
                Channel = Channel.NewMedia,
                Unit = owner.Unit,
                Account = account,
                Platform = owner.Platform,
                Category = measure == Measure.AccountsWithIssue ? Categories.Of(rest) : null,
                Count = 1,
            }
        );
    }

    // Whether a number of the clause, or of the account, has been read.
    private static bool HasNumber(ReadingState reading, SentenceScope scope, int start, int length, string account) =>
        reading.FindBack(
            scope.Paragraph,
            draft =>
                draft.Sentence == scope.Sentence
                && (
                    draft.Fact.Account == account
                    || (
                        draft.Fact.Span.Start >= scope.Start + start
                        && draft.Fact.Span.Start < scope.Start + start + length
                    )
                )
        )
            is not null;

    // （一）“某省在线”…: the list mark is no part of the clause.
    private static string WithoutMark(string clause) =>
        Text.ListMark.Read(clause, 0) is { } mark && mark.End < clause.Length ? clause[mark.End..] : clause;

    private static void ReadList(ReadingState reading, SentenceScope scope, int start, int end)
    {
        var items = AccountItem.In(scope.Words, start, end);
        if (Total(reading, scope, start) is not { } total)
        {
            return;
        }

        // …机制不健全，如：“甲”微信公众号: examples of what this sentence says, not of a number above.
        if (start > 1 && scope.Words[start - 2] == '如' && total.Sentence != scope.Sentence)
        {
            return;
        }

        // 僵尸账号4个：甲、乙、丙、丁: as many names as were counted, straight behind the number.
        var isWhole =
            items.Count == total.Fact.Count
            && total.Sentence == scope.Sentence
            && total.Fact.Measure is Measure.AccountsWithIssue or Measure.Failed or Measure.Veto
            && scope.Start + start - total.Fact.Span.End <= 8
            && !items.Exists(item => item.Name is { } name && UnitNames.IsName(name));
        if (!isWhole && !items.Exists(item => item.Platform is not null))
        {
            return;
        }

        var frame = new Frame(FrameKind.Listing, scope.Start + start)
        {
            Total = total,
            IsCut = IsCut(scope.Words[start..end]),
        };
        foreach (var item in items.Where(item => isWhole || item.IsQuoted || item.Platform is not null))
        {
            Add(reading, scope, frame, total, item);
        }

        reading.Frames.All.Add(frame);
    }

    // “合阳政府网”、渭南统计等24个账号: examples of the number behind them.
    private static void ReadExamples(ReadingState reading, SentenceScope scope)
    {
        var drafts = new List<Draft>();
        for (var i = reading.Drafts.Count - 1; i >= 0 && reading.Drafts[i].Sentence == scope.Sentence; i--)
        {
            var draft = reading.Drafts[i];
            if (
                draft.Paragraph == scope.Paragraph.Index
                && !draft.Fact.CountImplied
                && draft.Fact is { Channel: Channel.NewMedia, Measure: Measure.AccountsWithIssue or Measure.Failed }
            )
            {
                drafts.Insert(0, draft);
            }
        }

        foreach (var total in drafts)
        {
            var at = total.Fact.Span.Start - scope.Start;
            if (at < 3 || at > scope.Words.Length || scope.Words[at - 1] is not ('等' or '”' or '）'))
            {
                continue;
            }

            var start = scope.Words.LastIndexOfAny(['，', '；', '：', '。'], at - 1) + 1;
            var items = AccountItem.In(scope.Words, start, scope.Words[at - 1] == '等' ? at - 1 : at);
            // “甲残联”“乙科协”2个账号: as many names as are counted.
            if (scope.Words[at - 1] != '等' && items.Count != total.Fact.Count)
            {
                continue;
            }

            var frame = new Frame(FrameKind.OfWhich, scope.Start + start) { Total = total, IsCut = true };
            foreach (var item in items)
            {
                // The same names may have been read as the list behind a colon.
                if (
                    reading.FindBack(
                        scope.Paragraph,
                        draft => draft.Sentence == scope.Sentence && draft.Fact.CountImplied && item.IsOf(draft.Fact)
                    )
                    is null
                )
                {
                    Add(reading, scope, frame, total, item);
                }
            }

            reading.Frames.All.Add(frame);
        }
    }

    private static void Add(ReadingState reading, SentenceScope scope, Frame frame, Draft total, AccountItem item)
    {
        var part = reading.AddImplied(
            scope.Paragraph,
            scope.Sentence,
            scope.SpanOf(item.At, item.Length),
            Parts.Inherit(
                new Fact
                {
                    Measure = total.Fact.Measure,
                    Unit = item.Unit,
                    Account = item.Name,
                    Platform = item.Platform,
                    Count = 1,
                },
                total
            )
        );
        part.Total = total;
        part.PartOf = frame;
        frame.Parts.Add((total, part));
    }

    // The total stands before the colon, or is the number of 不合格 when the list says so.
    private static Draft? Total(ReadingState reading, SentenceScope scope, int start)
    {
        var isFailed = scope.Words[..start].Contains("不合格", StringComparison.Ordinal);
        return reading.FindAbove(
            scope.Paragraph.Index,
            draft =>
                draft.Fact.Span.Start < scope.Start + start
                && draft.Total is null
                && !draft.Fact.CountImplied
                && draft.Fact.Count is not null
                && draft.Fact.Channel == Channel.NewMedia
                && (
                    isFailed
                        ? draft.Fact.Measure == Measure.Failed
                        : draft.Fact.Measure
                            is Measure.Veto
                                or Measure.Failed
                                or Measure.AccountsWithIssue
                                or Measure.Issues
                                or Measure.Unrectified
                )
        );
    }
}
