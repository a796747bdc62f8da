using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Units listed behind the fault they have: 办理超期的单位：甲局、乙镇. Each has it once.</summary>
internal static class FaultyUnits
{
    private const int LongestHead = 40;

    private static readonly string[] s_links =
    [
        "的单位：",
        "的单位有：",
        "的单位为：",
        "的单位有",
        "的单位为",
        "的部门：",
        "的部门有：",
        "的责任单位：",
        "的责任单位有：",
        "的责任单位为：",
    ];

    /// <summary>Reads a sentence that holds no number of its own.</summary>
    public static void Read(ReadingState reading, SentenceScope scope)
    {
        foreach (var link in s_links)
        {
            foreach (var at in scope.PlacesOf(link))
            {
                var start = scope.Words.LastIndexOfAny(['，', '；', '。', '：'], at) + 1;
                ReadList(reading, scope, scope.Words[start..at], at + link.Length);
            }
        }
    }

    private static void ReadList(ReadingState reading, SentenceScope scope, string head, int start)
    {
        var isFault =
            head.Length is >= 3 and <= LongestHead
            && Acts.Last(head) == Act.Issue
            && head.AsSpan().IndexOfAnyInRange('0', '9') < 0
            && !QuotedAccounts.Denies(head);
        var end = isFault ? scope.Words.AsSpan(start).IndexOfAny('；', '。') : -1;
        var list = !isFault ? "" : scope.Words[start..(end < 0 ? scope.Words.Length : start + end)];
        var names = list.TrimEnd('等').Split('、');
        var channel = Context.ChannelAt(reading, scope.Paragraph, scope.Start, scope.Start + start);
        if (names.Length < 2 || channel is null || !Array.TrueForAll(names, UnitNames.IsName))
        {
            return;
        }

        foreach (var name in names)
        {
            var isRead = reading.FindBack(
                scope.Paragraph,
                draft => draft.Fact.Unit == name && draft.Fact.Span.Start == scope.Start + start
            );
            if (isRead is null)
            {
                Add(reading, scope, channel, name, start, head);
            }

            start += name.Length + 1;
        }
    }

    private static void Add(
        ReadingState reading,
        SentenceScope scope,
        string channel,
        string name,
        int at,
        string fault
    ) =>
        reading.AddImplied(
            scope.Paragraph,
            scope.Sentence,
            scope.SpanOf(at, name.Length),
            new Fact
            {
                Measure = Measure.UnitsWithIssue,
                Channel = channel,
                Unit = name,
                Group = UnitNames.GroupOf(name),
                Category = Categories.Of(fault),
                Count = 1,
            }
        );
}
