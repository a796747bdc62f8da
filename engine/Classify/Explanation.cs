namespace Analytics.Classify;

/// <summary>Why the first label stands before the second.</summary>
/// <param name="Prediction">The prediction.</param>
/// <param name="For">The n-grams that speak for the first label, the strongest first.</param>
/// <param name="Against">Those that speak for the second.</param>
/// <param name="Places">How much each piece of the text as written speaks for the first label, in order, without overlaps.</param>
public sealed record Explanation(
    Prediction Prediction,
    IReadOnlyList<GramWeight> For,
    IReadOnlyList<GramWeight> Against,
    IReadOnlyList<PlaceWeight> Places
)
{
    private const int MostFor = 5;
    private const int MostAgainst = 3;

    internal static Explanation Of(TextModel model, Prediction prediction, NormalisedText text, string channel)
    {
        if (prediction.Ranked.Count < 2 || Rivals.Of(model.Linear, prediction, channel) is not { } rivals)
        {
            return new(prediction, [], [], []);
        }

        var features = model.Linear.Vocabulary.Features(text);
        var weights = new Dictionary<int, double>();
        for (var i = 0; i < features.Indexes.Length; i++)
        {
            var gram = features.Indexes[i];
            var difference = model.Linear.Weights.At(gram, rivals.First) - model.Linear.Weights.At(gram, rivals.Second);
            weights.Add(gram, features.Values[i] * difference);
        }

        var ranked = weights
            .Select(pair => new GramWeight(
                TextNormaliser.Readable(model.Linear.Vocabulary.Grams[pair.Key]),
                pair.Value
            ))
            .OrderByDescending(one => Math.Abs(one.Weight))
            .ThenBy(one => one.Gram, StringComparer.Ordinal)
            .ToList();
        return new(
            prediction,
            [.. ranked.Where(one => one.Weight > 0).Take(MostFor)],
            [.. ranked.Where(one => one.Weight < 0).Take(MostAgainst)],
            Spread(model.Linear.Vocabulary, text, weights)
        );
    }

    // The weight of an n-gram is spread evenly over the characters it stands on.
    private static List<PlaceWeight> Spread(
        GramVocabulary vocabulary,
        NormalisedText text,
        Dictionary<int, double> weights
    )
    {
        var places = vocabulary.Places(text).ToList();
        var times = places.GroupBy(place => place.Index).ToDictionary(group => group.Key, group => group.Count());
        var sums = new double[text.Characters.Length];
        foreach (var (index, start, length) in places)
        {
            for (var i = start; i < start + length; i++)
            {
                sums[i] += weights[index] / times[index] / length;
            }
        }

        var spread = new List<PlaceWeight>(sums.Length);
        for (var i = 0; i < sums.Length; i++)
        {
            var (start, end) = text.Span(i, 1);
            // One character that folds into several has one place.
            if (spread.Count > 0 && spread[^1].Start == start)
            {
                spread[^1] = spread[^1] with
                {
                    End = Math.Max(end, spread[^1].End),
                    Weight = spread[^1].Weight + sums[i],
                };
            }
            else if (end > start)
            {
                spread.Add(new(start, end, sums[i]));
            }
        }

        return spread;
    }
}

/// <summary>How much an n-gram speaks for the first label against the second.</summary>
/// <param name="Gram">The n-gram, masks in words.</param>
/// <param name="Weight">Value times difference of weights.</param>
public readonly record struct GramWeight(string Gram, double Weight);

/// <summary>How much a piece of the text speaks for the first label.</summary>
/// <param name="Start">Its first UTF-16 unit in the text as written.</param>
/// <param name="End">The one behind its last.</param>
/// <param name="Weight">Above 0 for, below 0 against.</param>
public readonly record struct PlaceWeight(int Start, int End, double Weight);
