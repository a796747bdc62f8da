namespace Analytics.Classify;

/// <summary>A trained classifier: proposes a label for a text, says how sure it is, and why.</summary>
/// <remarks>Immutable; any number of threads may share one.</remarks>
public sealed class TextModel
{
    private const int MostRanked = 3;

    private readonly TextNormaliser _normaliser;
    private readonly HashSet<string> _rare;

    internal TextModel(ModelCard card, LinearModel linear)
    {
        (Card, Linear) = (card, linear);
        _normaliser = new(card.Options.MaskedNames);
        _rare =
        [
            .. card.Labels.Where(label => label.TextCount < card.Options.FewExamples).Select(label => label.Label),
        ];
    }

    /// <summary>What it is made of.</summary>
    public ModelCard Card { get; }

    internal LinearModel Linear { get; }

    /// <summary>Whether the model tells this channel's labels apart by themselves.</summary>
    public bool KnowsChannel(string channel) => Linear.HeadOf(channel) is not null;

    /// <summary>Proposes a label.</summary>
    /// <param name="text">Any text; above 20,000 characters the rest is not read.</param>
    /// <param name="channel">The channel it was found in; one the model does not know is left open.</param>
    public Prediction Predict(string text, string channel = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        return Predict(_normaliser.Normalise(text), channel);
    }

    /// <summary>Proposes a label and shows the n-grams that speak for and against it.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="channel">The channel it was found in.</param>
    public Explanation Explain(string text, string channel = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        var normalised = _normaliser.Normalise(text);
        return Explanation.Of(this, Predict(normalised, channel), normalised, channel);
    }

    internal Prediction Predict(NormalisedText text, string channel)
    {
        var features = Linear.Vocabulary.Features(text);
        var rule = Card.Rules.Count == 0 ? null : KeywordRule.For(Card.Rules, text, channel);
        if (features.Indexes.Length == 0 && rule is null)
        {
            return new([], DecidedBy.Model, ReviewReason.NothingKnown, features.KnownShare, text.IsCut);
        }

        var ranked = Ranked(Linear.Labels, Linear.Probabilities(features, channel, Card.Temperature));
        return rule is null
            ? new(ranked, DecidedBy.Model, Review(ranked[0], features, channel), features.KnownShare, text.IsCut)
            : new(First(ranked, rule.Label), DecidedBy.Rule, ReviewReason.None, features.KnownShare, text.IsCut);
    }

    private ReviewReason Review(LabelShare best, TextFeatures features, string channel)
    {
        var least = KnowsChannel(channel) ? Card.Gates.Confidence : Card.Gates.ConfidenceWithoutChannel;
        return features.KnownShare < Card.Gates.KnownShare ? ReviewReason.FewKnown
            : _rare.Contains(best.Label) ? ReviewReason.FewExamples
            : best.Share < least ? ReviewReason.NotSure
            : ReviewReason.None;
    }

    // The rule's label before the model's own, which keep their order.
    private static LabelShare[] First(LabelShare[] ranked, string label) =>
        [
            new(label, ranked.FirstOrDefault(one => one.Label == label).Share),
            .. ranked.Where(one => one.Label != label).Take(MostRanked - 1),
        ];

    private static LabelShare[] Ranked(List<string> labels, double[] shares)
    {
        var ranked = new LabelShare[Math.Min(MostRanked, labels.Count)];
        for (var place = 0; place < ranked.Length; place++)
        {
            var best = -1;
            for (var i = 0; i < shares.Length; i++)
            {
                // At equal shares the first label in ordinal order, on every machine.
                best = shares[i] >= 0 && (best < 0 || shares[i] > shares[best]) ? i : best;
            }

            ranked[place] = new(labels[best], shares[best]);
            shares[best] = -1;
        }

        return ranked;
    }
}
