using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>未发现不合格网站, 无“单项否决”问题, 经督办均已整改: a word says how many.</summary>
internal static class ImpliedZeros
{
    private static readonly string[] s_none = ["未发现", "没有发现", "未检出", "未出现"];
    private static readonly string[] s_allOnTime =
    [
        "均按期办结",
        "均按时办结",
        "均已按期办结",
        "均已按时办结",
        "全部按期办结",
        "全部按时办结",
    ];

    private static readonly string[] s_allPassed =
    [
        "均为合格",
        "全部合格",
        "均合格",
        "全部达标",
        "均达标",
        "均达到合格",
        "均符合要求",
    ];

    private static readonly string[] s_allDone =
    [
        "均已整改",
        "均已完成整改",
        "已全部整改",
        "全部完成整改",
        "已全部完成整改",
        "均整改到位",
        "均已整改到位",
    ];

    /// <summary>Reads a sentence.</summary>
    public static void Read(ReadingState reading, SentenceScope scope)
    {
        foreach (var word in s_none)
        {
            foreach (var at in scope.PlacesOf(word))
            {
                None(reading, scope, at, word.Length, scope.ClauseFrom(at + word.Length));
            }
        }

        var without = scope.Words.IndexOf('无');
        if (
            without >= 0
            && scope.ClauseFrom(without + 1).TrimStart('“', '"') is var rest
            && Acts.In(rest) is [{ Start: 0, Value: Act.Veto }, ..]
        )
        {
            None(reading, scope, without, 1, rest);
        }

        AllOnTime(reading, scope);
        AllPassed(reading, scope);
        foreach (var word in s_allDone)
        {
            if (scope.Words.IndexOf(word, StringComparison.Ordinal) is var at and >= 0)
            {
                AllDone(reading, scope, at, word.Length);
                break;
            }
        }
    }

    // 收到留言15件，均按期办结
    private static void AllOnTime(ReadingState reading, SentenceScope scope)
    {
        var at = s_allOnTime.Select(word => scope.Words.IndexOf(word, StringComparison.Ordinal)).Max();
        var messages =
            at < 0
                ? null
                : reading.FindBack(
                    scope.Paragraph,
                    draft =>
                        draft.Sentence == scope.Sentence
                        && draft.Total is null
                        && draft.Fact.Measure == Measure.Messages
                );
        if (messages is not null)
        {
            reading.AddImplied(
                scope.Paragraph,
                scope.Sentence,
                scope.SpanOf(at, 1),
                new Fact
                {
                    Measure = Measure.MessagesOnTime,
                    Channel = messages.Fact.Channel,
                    Count = messages.Fact.Count,
                    Words = scope.ClauseFrom(at),
                }
            );
        }
    }

    // 共检查网站13家，均为合格: as many as were inspected.
    private static void AllPassed(ReadingState reading, SentenceScope scope)
    {
        foreach (var word in s_allPassed)
        {
            var at = scope.Words.IndexOf(word, StringComparison.Ordinal);
            if (at < 0 || (at + word.Length < scope.Words.Length && scope.Words[at + word.Length] == '率'))
            {
                continue;
            }

            var clause = scope.Words.LastIndexOfAny(['，', '；', '。', '：'], Math.Max(0, at - 1)) + 1;
            var whose = Subject.StripEndings(Subject.StripOpeners(scope.Words[clause..at]));
            var channel = Nouns.ChannelOf(Nouns.LastThing(scope.Words[clause..at]));
            if (whose.Length > 1 && !Nouns.IsThing(whose))
            {
                continue;
            }

            var inspected = reading.FindAbove(
                scope.Paragraph.Index,
                draft =>
                    draft.Fact is { Measure: Measure.Inspected, Count: > 0, CountImplied: false }
                    && draft.Total is null
                    && (channel is null ? draft.Sentence == scope.Sentence : draft.Fact.Channel == channel)
            );
            if (inspected is not null)
            {
                reading.AddImplied(
                    scope.Paragraph,
                    scope.Sentence,
                    scope.SpanOf(at, word.Length),
                    new Fact
                    {
                        Measure = Measure.Passed,
                        Channel = inspected.Fact.Channel,
                        Count = inspected.Fact.Count,
                        Words = scope.ClauseFrom(clause),
                    }
                );
            }

            return;
        }
    }

    private static void None(ReadingState reading, SentenceScope scope, int at, int length, string what)
    {
        var named = Nouns.ChannelOf(Nouns.LastThing(what));
        var channel = named ?? Context.ChannelAt(reading, scope.Paragraph, scope.Start, scope.Start + at);
        var acts = Acts.In(what);
        string? measure =
            acts.Exists(act => act.Value == Act.Fail) ? Measure.Failed
            : acts.Exists(act => act.Value == Act.Veto) ? Measure.Veto
            : IsSafety(what) ? Measure.Issues
            : IsKindOfProblem(what) ? CountPhrases.WithIssue(channel, Thing.Nothing)
            : null;
        if (
            measure is null
            || (measure is not (Measure.Failed or Measure.Veto) && Categories.Of(what) is null)
            || channel is not (Channel.Website or Channel.NewMedia)
        )
        {
            return;
        }

        // 未发现不合格的政府网站和政务新媒体: none of either.
        if (
            measure == Measure.Failed
            && channel == Channel.NewMedia
            && what.Contains("网站和", StringComparison.Ordinal)
        )
        {
            AddNone(reading, scope, at, length, Channel.Website);
        }

        reading.AddImplied(
            scope.Paragraph,
            scope.Sentence,
            scope.SpanOf(at, length),
            new Fact
            {
                Measure = measure,
                Channel = channel,
                Category = measure is Measure.Failed or Measure.Veto ? null : Categories.Of(what),
                Count = 0,
                Words = scope.Words[at..(at + length)] + what,
            }
        );
    }

    private static void AddNone(ReadingState reading, SentenceScope scope, int at, int length, string channel) =>
        reading.AddImplied(
            scope.Paragraph,
            scope.Sentence,
            scope.SpanOf(at, length),
            new Fact
            {
                Measure = Measure.Failed,
                Channel = channel,
                Count = 0,
            }
        );

    private static bool IsSafety(string what) =>
        what.Contains("事故", StringComparison.Ordinal)
        || what.Contains("泄密", StringComparison.Ordinal)
        || what.Contains("安全", StringComparison.Ordinal);

    private static bool IsKindOfProblem(string what) =>
        what.EndsWith("现象", StringComparison.Ordinal)
        || what.EndsWith("问题", StringComparison.Ordinal)
        || what.EndsWith("情况", StringComparison.Ordinal)
        || what.EndsWith("情形", StringComparison.Ordinal);

    // All of the last number of this sentence that showed a problem.
    private static void AllDone(ReadingState reading, SentenceScope scope, int at, int length)
    {
        bool WasFound(Draft draft) =>
            draft.Sentence == scope.Sentence
            && draft.Total is null
            && !draft.Fact.CountImplied
            && draft.Fact.Span.Start < scope.Start + at
            && draft.Fact
                is {
                    Count: > 0,
                    Measure: Measure.SitesWithIssue
                        or Measure.AccountsWithIssue
                        or Measure.UnitsWithIssue
                        or Measure.Issues
                        or Measure.Failed
                };
        var found = reading.FindBack(scope.Paragraph, WasFound);

        // Several kinds of things were found: 全部 is their sum, which the text does not print.
        if (
            found is null
            || reading.FindBack(scope.Paragraph, draft => WasFound(draft) && !ReferenceEquals(draft, found)) is not null
        )
        {
            return;
        }

        reading.AddImplied(
            scope.Paragraph,
            scope.Sentence,
            scope.SpanOf(at, length),
            new Fact
            {
                Measure = Measure.Rectified,
                Channel = found.Fact.Channel,
                Count = found.Fact.Count,
            }
        );
    }
}
