using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>录用较多的部门：甲局（22篇）、乙局（20篇）: lists whose head says what is counted.</summary>
internal static class SelectedLists
{
    /// <summary>Opens the split of such a list; some of a printed total, or of none.</summary>
    public static bool Starts(ReadingState reading, Scene scene)
    {
        var listed =
            ListHead.Of(scene)
            ?? (
                scene.Paragraph.Index == reading.Label.Line + 1 ? ListHead.Under(reading.Label.Words, scene)
                : scene.Paragraph.Index == reading.SectionLine + 1
                    ? ListHead.Under(reading.Sections.Innermost, scene)
                        ?? ListHead.Some(reading.Sections.Innermost, reading.Frames.Top?.Total, scene)
                : null
            );
        if (
            listed is not { } head
            || reading.Frames.Top is { } open && open.Start >= head.WordsStart && !IsOfOther(open, head, scene)
        )
        {
            return false;
        }

        var at = scene.Quantity.Start;
        var own = Nouns.ChannelOf(Nouns.LastThing(head.Words)) ?? Context.ChannelOf(head.Words);
        var channel = own ?? Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, at);
        if (head.MeasureIn(channel, scene.Quantity.CountsItems) is not { } measure)
        {
            return GoesOn(reading, scene, head);
        }

        channel = measure switch
        {
            Measure.Submitted or Measure.Adopted or Measure.Pushed => Channel.Submission,
            Measure.Published => Channel.Website,
            Measure.Messages or Measure.MessagesOnTime => Channel.Interaction,
            _ => channel,
        };
        var total =
            TotalOf(reading, scene, head, measure, own is null ? null : channel) ?? Template(scene, measure, channel);
        var isSelective = IsSelective(head.Words);
        reading.Frames.Clear();
        reading.Frames.Open(
            new(isSelective ? FrameKind.OfWhich : FrameKind.Listing, head.Start)
            {
                Total = total,
                IsSelective = isSelective,
            }
        );
        return true;
    }

    // 采用41条。其中，社区报送情况为：甲社区21条: the head counts something else than the total before.
    private static bool IsOfOther(Frame open, ListHead head, Scene scene) =>
        open is { Kind: FrameKind.OfWhich, Parts: [], Total.Fact: { } total }
        && open.Start <= head.WordsStart + 2
        && head.MeasureIn(total.Channel, scene.Quantity.CountsItems) is { } measure
        && measure != total.Measure
        && measure is Measure.Submitted or Measure.Adopted or Measure.Published or Measure.Posts;

    // 发布量居前的是甲局412条；居后的是乙镇97条: the second head leaves out what is counted.
    private static bool GoesOn(ReadingState reading, Scene scene, ListHead head)
    {
        if (
            !IsSelective(head.Words)
            || reading.Frames.Top is not { IsSelective: true, Total: { } total }
            || total.CountsItems != scene.Quantity.CountsItems
        )
        {
            return false;
        }

        reading.Frames.Clear();
        reading.Frames.Open(new(FrameKind.OfWhich, head.Start) { Total = total, IsSelective = true });
        return true;
    }

    private static bool IsSelective(string head) =>
        Array.Exists(
            (string[])
                [
                    "较多",
                    "较少",
                    "前",
                    "靠前",
                    "靠后",
                    "后三",
                    "后两",
                    "后五",
                    "后十",
                    "末",
                    "倒数",
                    "较高",
                    "较低",
                    "以上",
                    "最多",
                    "最少",
                    "突出",
                    "排名",
                    "集中",
                    "居",
                    "超过",
                    "不足",
                    "低于",
                    "少于",
                    "多于",
                    "不到",
                    "高于",
                ],
            word => head.Contains(word, StringComparison.Ordinal)
        );

    private static Draft? TotalOf(ReadingState reading, Scene scene, ListHead head, string measure, string? channel) =>
        reading.FindBack(
            scene.Paragraph,
            draft =>
                draft.Fact.Measure == measure
                && (channel is null || draft.Fact.Channel == channel)
                && draft.Total is null
                && draft.Fact.Unit is null
                && (draft.Fact.Category is not { } kind || head.Words.Contains(kind, StringComparison.Ordinal))
                && draft.Fact.Count >= scene.Quantity.Value
        );

    /// <summary>A total that is not printed, and only lends its words to the items.</summary>
    public static Draft Template(Scene scene, string measure, string? channel) =>
        new(
            new Fact
            {
                Measure = measure,
                Channel = channel,
                Count = 0,
            },
            scene.Paragraph.Index,
            scene.Sentence
        )
        {
            IsTemplate = true,
            CountsItems = scene.Quantity.CountsItems,
        };
}
