using Analytics.Domain;

namespace Analytics.Ingest.Reading;

/// <summary>The counts a rate is computed from: what was inspected and passed, found and rectified.</summary>
internal static class RateCounts
{
    /// <summary>The count that a rate is a share of; null when none is stated.</summary>
    public static Draft? Whole(ReadingState reading, Scene scene, string measure)
    {
        var channel = RatePhrases.ChannelOf(measure, reading, scene);
        bool Fits(Draft draft) => draft.Sentence == scene.Sentence && IsOfMeasure(draft);
        // 共收到156件。按时办理151件，按时办结率96.8%: the sentence before states the whole.
        bool IsJustBefore(Draft draft) =>
            measure != Measure.AdoptionRate && draft.Sentence == scene.Sentence - 1 && IsOfMeasure(draft);
        bool IsOfMeasure(Draft draft) =>
            draft.Fact.Channel == channel
            && draft.Fact.Count is not null
            && draft.Fact.Measure is var found
            && (
                measure == Measure.PassRate ? found == Measure.Inspected
                : measure == Measure.AdoptionRate ? found == Measure.Submitted
                : found == Measure.Messages
            );

        // 街道报送148件，采用90件，采用率60.8%: the rate of a part, when the number before it is of the same part.
        var nearest = reading.FindBack(scene.Paragraph, Fits);
        var isOfPart =
            nearest?.Total is not null
            && reading.LastIn(scene.Paragraph) is { Total: not null } last
            && ReferenceEquals(last.PartOf, reading.Frames.Top)
            && (last.Fact.Unit, last.Fact.Group) == (nearest.Fact.Unit, nearest.Fact.Group);
        return isOfPart
            ? nearest
            : reading.FindBack(scene.Paragraph, draft => Fits(draft) && draft.Total is null)
                ?? reading.FindBack(scene.Paragraph, draft => IsJustBefore(draft) && draft.Total is null);
    }

    /// <summary>The count that is the share; null when none is stated.</summary>
    public static Draft? Some(ReadingState reading, Scene scene, string measure, Draft? whole)
    {
        var channel = RatePhrases.ChannelOf(measure, reading, scene);
        bool Fits(Draft draft, string wanted) =>
            draft.Fact.Measure == wanted
            && draft.Fact.Channel == channel
            && draft.Sentence == scene.Sentence
            && draft.Fact.Count is not null
            && (measure != Measure.PassRate || (draft.Total is null) == (whole?.Total is null))
            && (
                whole is null
                || (draft.Fact.Target is null || whole.Fact.Target is null || draft.Fact.Target == whole.Fact.Target)
            );

        return measure switch
        {
            Measure.PassRate => reading.FindBack(scene.Paragraph, draft => Fits(draft, Measure.Passed))
                ?? reading.FindBack(scene.Paragraph, draft => Fits(draft, Measure.Failed)),
            Measure.AdoptionRate => reading.FindBack(
                scene.Paragraph,
                draft => Fits(draft, Measure.Adopted) && (draft.Total is null) == (whole?.Total is null)
            ),
            _ => reading.FindBack(scene.Paragraph, draft => Fits(draft, Measure.MessagesOnTime)),
        };
    }

    /// <summary>检查61个网站及137个新媒体，合格率分别为100%和88%: what was inspected, in the order of the rates.</summary>
    public static Draft? Respective(ReadingState reading, Scene scene)
    {
        var at = scene.SentenceBefore.LastIndexOf("分别", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var whole = reading.Drafts.FindAll(draft =>
            draft.Sentence == scene.Sentence
            && draft is { Total: null, Fact: { Measure: Measure.Inspected, Count: not null, CountImplied: false } }
        );
        var index = ParallelNames.IndexOf(scene, at);
        return whole.Count == 2 && whole[0].Fact.Channel != whole[1].Fact.Channel && index is 0 or 1
            ? whole[index]
            : null;
    }

    /// <summary>通报的问题659个，已整改653个，整改率99.1%: what was rectified of what was found.</summary>
    public static (Draft Some, Draft Whole)? Rectification(ReadingState reading, Scene scene)
    {
        if (
            !scene.Left.EndsWith("整改率", StringComparison.Ordinal)
            && !scene.Left.EndsWith("整改完成率", StringComparison.Ordinal)
        )
        {
            return null;
        }

        var own = reading.Drafts.FindAll(draft =>
            draft.Sentence == scene.Sentence && draft is { Total: null, Fact: { Count: not null, CountImplied: false } }
        );
        var done = own.FindAll(draft => draft.Fact.Measure == Measure.Rectified);
        var found = own.FindAll(draft =>
            draft.Fact.Measure
                is Measure.Issues
                    or Measure.Failed
                    or Measure.AccountsWithIssue
                    or Measure.SitesWithIssue
                    or Measure.UnitsWithIssue
        );
        return (done, found) is ([var some], [var whole]) ? (some, whole) : null;
    }
}
