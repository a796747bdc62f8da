using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>甲局、乙局分别有问题账号3个、2个: the second number measures what the first does, for the second name.</summary>
internal static class ParallelCounts
{
    /// <summary>Claims the second and further numbers of such a list.</summary>
    public static bool TryRead(ReadingState reading, Scene scene)
    {
        var isBare =
            scene.Left.Length == 0 && scene.Gap.Length <= 3 && scene.Gap.Contains('、', StringComparison.Ordinal);
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
}
