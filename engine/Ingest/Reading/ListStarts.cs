using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Lists that open without 其中: 问题账号中，微信21个, 问题198条。甲局（82条）.</summary>
internal static class ListStarts
{
    private static readonly string[] s_places =
    [
        "涉及",
        "主要涉及",
        "分布在",
        "主要分布在",
        "集中在",
        "主要集中在",
        "主要来自",
    ];

    /// <summary>问题账号中，微信公众号21个、微博5个: the head names the total that is split.</summary>
    public static bool StartsAmong(ReadingState reading, Scene scene)
    {
        var before = scene.SentenceBefore;
        var at = before.LastIndexOf("中，", StringComparison.Ordinal);
        if (at < 2 || before.AsSpan(at + 2).IndexOfAny('，', '；', '：') >= 0 || scene.Gap.Length < before.Length - at)
        {
            return false;
        }

        var head = before[(before.LastIndexOfAny(['，', '；', '。'], at - 1) + 1)..at];
        var thing = Nouns.LastThing(head);
        var channel = Nouns.ChannelOf(thing);
        string[] measures = Acts.Last(head) switch
        {
            Act.Fail => [Measure.Failed],
            Act.Pass => [Measure.Passed],
            Act.Issue => [CountPhrases.WithIssue(channel, thing)],
            Act.Inspect => [Measure.Inspected],
            Act.None or Act.Receive when thing is Thing.Message => [Measure.Messages],
            Act.None when thing is Thing.Site or Thing.Account => [Measure.Inspected, Measure.Sites, Measure.Accounts],
            _ => [],
        };
        var total = reading.FindAbove(
            scene.Paragraph.Index,
            draft =>
                measures.Contains(draft.Fact.Measure, StringComparer.Ordinal)
                && (channel is null || draft.Fact.Channel == channel)
                && draft.Total is null
                && draft.Fact is { Count: not null, CountImplied: false }
        );
        if (total is null)
        {
            return false;
        }

        reading.Frames.Clear();
        reading.Frames.Open(new(FrameKind.OfWhich, scene.Quantity.Start - (before.Length - at - 2)) { Total = total });
        return true;
    }

    /// <summary>发现问题198条。甲局（82条）、乙局（24条）: a list without an opener, straight behind its total.</summary>
    public static bool StartsUnitList(ReadingState reading, Scene scene)
    {
        // 3条，涉及甲局1条、乙局2条; 27条，主要分布在甲局8条、乙局6条
        var place = Array.Find(s_places, word => scene.Left.StartsWith(word, StringComparison.Ordinal)) ?? "";
        var isInvolved = place.Length > 0 && UnitNames.IsName(scene.Left[place.Length..]);
        var outer = Subject.StripOpeners(ScorePhrases.LastItem(scene.Outer));
        var isInBracket = scene.IsAloneInBracket && (UnitNames.IsName(outer) || Subject.SiteOwner(outer) is not null);
        if (
            !(isInvolved || isInBracket)
            || reading.LastIn(scene.Paragraph) is not { Fact.Count: not null } last
            || last.Sentence < scene.Sentence - 1
        )
        {
            return false;
        }

        // 错别字4处、死链2条，涉及甲局3处、乙局3处: the list is of both.
        if (isInvolved && IsOfSeveral(reading, last.Root))
        {
            last = SelectedLists.Template(scene, last.Fact.Measure, last.Fact.Channel);
        }

        // The items begin behind 涉及.
        var start = isInvolved ? scene.Quantity.Start - scene.Left.Length + place.Length : scene.GapStart;
        reading.Frames.Open(new(FrameKind.Listing, start) { Total = last.Root });
        return true;
    }

    private static bool IsOfSeveral(ReadingState reading, Draft last) =>
        reading.FindBack(
            last,
            other =>
                !ReferenceEquals(other, last)
                && other.Fact.Measure == last.Fact.Measure
                && other is { Total: null, Fact: { Count: not null, CountImplied: false } }
        )
            is not null;
}
