using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>排名第三名: a rank belongs to the score before it; it is no count of its own.</summary>
internal static class RankPhrases
{
    /// <summary>Claims ranks.</summary>
    public static bool TryRead(ReadingState reading, Scene scene)
    {
        if (scene.Quantity.Kind != QuantityKind.Rank)
        {
            return false;
        }

        if (
            reading.LastIn(scene.Paragraph) is { Fact: { Score: not null, Rank: null } } score
            && score.Sentence == scene.Sentence
        )
        {
            score.Fact = score.Fact with { Rank = (int)Math.Min(scene.Quantity.Value, int.MaxValue) };
        }

        return true;
    }
}
