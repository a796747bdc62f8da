using Analytics.Domain;

namespace Analytics.Ingest.Reading;

/// <summary>Ties a number to the total it splits, and hands down what the total says.</summary>
internal static class Parts
{
    /// <summary>The total of this measure and channel that the open split is of; null when there is none.</summary>
    public static Draft? TotalOf(ReadingState reading, Scene scene, string measure, string? channel)
    {
        if (reading.Frames.Top is not { Total: { } last } frame)
        {
            return null;
        }

        if (Fits(last))
        {
            return last;
        }

        return reading.FindBack(
            scene.Paragraph,
            draft =>
                draft.Fact.Span.Start < frame.Start
                && draft.Sentence >= last.Sentence - 1
                && draft.Total is null
                && Fits(draft)
        );

        bool Fits(Draft draft) =>
            draft.Fact.Measure == measure
            && draft.Fact is { Count: not null, CountImplied: false }
            && (channel is null || draft.Fact.Channel == channel);
    }

    /// <summary>What a part has from its total unless its own words say otherwise.</summary>
    public static Fact Inherit(Fact part, Draft total) =>
        part with
        {
            Channel = part.Channel ?? total.Fact.Channel,
            Category = part.Category ?? total.Fact.Category,
            Level = part.Level ?? total.Fact.Level,
            Target = part.Target ?? total.Fact.Target,
            Column = part.Column ?? total.Fact.Column,
            Unit = part.Unit ?? total.Fact.Unit,
            Group = part.Group ?? total.Fact.Group,
            Platform = part.Platform ?? total.Fact.Platform,
            Period = part.Period ?? total.Fact.Period,
        };

    /// <summary>Adds a part to the open split.</summary>
    public static void Tie(ReadingState reading, Draft part, Draft total)
    {
        if (reading.Frames.Top is not { } frame || ReferenceEquals(part, total) || total.IsTemplate)
        {
            return;
        }

        if (
            frame.Parts.Count == 0
            && reading.FindBack(
                part,
                draft => draft.IsException && draft.Total is null && draft.Fact.Measure == total.Fact.Measure
            )
                is { } exception
        )
        {
            exception.Total = total;
            exception.PartOf = frame;
            frame.Parts.Add((total, exception));
        }

        part.Total = total;
        part.PartOf = frame;
        frame.Parts.Add((total, part));
    }
}
