namespace Analytics.Classify;

/// <summary>What the model makes of a text.</summary>
/// <param name="Ranked">The likeliest labels, at most three, the likeliest first; empty when nothing of the text is known.</param>
/// <param name="By">Who decided.</param>
/// <param name="Review">Why a person must look; <see cref="ReviewReason.None"/> when the label stands.</param>
/// <param name="KnownShare">The share of the text's pairs of characters that the model knows, 0 to 1.</param>
/// <param name="IsCut">Whether the text was longer than is read.</param>
public sealed record Prediction(
    IReadOnlyList<LabelShare> Ranked,
    DecidedBy By,
    ReviewReason Review,
    double KnownShare,
    bool IsCut
)
{
    /// <summary>The proposed label; null when there is none.</summary>
    public string? Category => Ranked.Count > 0 ? Ranked[0].Label : null;

    /// <summary>How sure the model is of it, 0 to 1.</summary>
    public double Confidence => Ranked.Count > 0 ? Ranked[0].Share : 0;

    /// <summary>Whether a person must decide (需人工).</summary>
    public bool NeedsReview => Review != ReviewReason.None;
}

/// <summary>A label and its probability.</summary>
/// <param name="Label">The label.</param>
/// <param name="Share">0 to 1.</param>
public readonly record struct LabelShare(string Label, double Share);

/// <summary>Who proposed a label.</summary>
public enum DecidedBy
{
    /// <summary>The trained weights.</summary>
    Model,

    /// <summary>A keyword of a class with few examples.</summary>
    Rule,
}

/// <summary>Which gate a text did not pass.</summary>
public enum ReviewReason
{
    /// <summary>None: the label stands.</summary>
    None,

    /// <summary>Nothing of the text is known: it is empty, of signs, or of another language.</summary>
    NothingKnown,

    /// <summary>Too little of the text is known: it speaks of something else.</summary>
    FewKnown,

    /// <summary>The class has too few examples to be trusted.</summary>
    FewExamples,

    /// <summary>The confidence is below the threshold.</summary>
    NotSure,
}
