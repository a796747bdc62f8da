using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>甲局、乙局分别有问题账号3个、2个: the second number measures what the first does, for the second name.</summary>
internal static class ParallelCounts
{
    /// <summary>Claims the second and further numbers of such a list.</summary>
    public static bool TryRead(ReadingState reading, Scene scene)
    {
        if (scene.Quantity.Kind == QuantityKind.Count && OwnerBefore(reading, scene) is { } owner)
        {
            return AddFor(reading, scene, owner);
        }

        var isBare =
            scene.Left.Length == 0 && scene.Gap.Length <= 3 && scene.Gap.AsSpan().IndexOfAny('、', '和', '及') >= 0;
        if (
            scene.Quantity.Kind != QuantityKind.Count
            || !isBare
            || ParallelNames.Of(scene) is not { } name
            || reading.LastIn(scene.Paragraph) is not { Fact: { Count: not null } before } last
            || last.Sentence != scene.Sentence
        )
        {
            return false;
        }

        var subject = Subject.OfItem(name, isClassOpen: false);
        if (subject.IsEmpty)
        {
            return false;
        }

        reading.Add(
            scene,
            before with
            {
                Unit = subject.Unit,
                Platform = subject.Platform,
                Group = subject.Unit is { } unit ? UnitNames.GroupOf(unit) : subject.Group,
                Count = scene.Quantity.Value,
            }
        );
        return true;
    }

    /// <summary>各镇报送347条、各部门报送502条，分别被采用151条、203条: whose number it is, by the numbers before.</summary>
    /// <returns>The number before that has the same owner; null when the sentence has no such numbers.</returns>
    public static Draft? OwnerBefore(ReadingState reading, Scene scene)
    {
        var before = scene.SentenceBefore;
        var at = before.LastIndexOf("分别", StringComparison.Ordinal);
        var start = scene.Quantity.Start - before.Length + at;
        if (
            at <= 0
            || before.AsSpan(at).Contains('；')
            || ParallelNames.Of(scene) is not null
            || reading.FindBack(scene.Paragraph, draft => draft.Fact.Span.Start < start) is not { } last
            || last.Sentence != scene.Sentence
        )
        {
            return null;
        }

        var owners = reading
            .Drafts.SkipWhile(draft => draft.Sentence != scene.Sentence)
            .Where(draft => draft.Fact.Span.Start < start && draft.Fact is { Count: not null, CountImplied: false })
            .Where(draft => draft.Fact.Measure is Measure.Submitted or Measure.Adopted)
            .GroupBy(draft => draft.Fact.Measure, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.ToList();
        // 合计849条 behind them is of them all.
        if (owners is { Count: > 2 } && owners[^1].Fact.Count == owners.SkipLast(1).Sum(draft => draft.Fact.Count))
        {
            owners.RemoveAt(owners.Count - 1);
        }

        var index = ParallelNames.IndexOf(scene, at);
        return owners is { Count: > 1 } && index < owners.Count ? owners[index] : null;
    }

    private static bool AddFor(ReadingState reading, Scene scene, Draft owner)
    {
        var before = scene.SentenceBefore;
        var verb = Acts.Last(before[before.LastIndexOf("分别", StringComparison.Ordinal)..]);
        var measure = verb switch
        {
            Act.Adopt => Measure.Adopted,
            Act.Submit => Measure.Submitted,
            Act.Push => Measure.Pushed,
            _ => null,
        };
        if (measure is null)
        {
            return false;
        }

        reading.Add(scene, owner.Fact with { Measure = measure, Count = scene.Quantity.Value });
        return true;
    }
}
