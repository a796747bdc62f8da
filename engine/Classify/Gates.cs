namespace Analytics.Classify;

/// <summary>What a text must reach for its label to stand without a person.</summary>
/// <param name="KnownShare">The least share of known pairs of characters.</param>
/// <param name="Confidence">The least confidence where the channel is told.</param>
/// <param name="ConfidenceWithoutChannel">The least confidence where it is not.</param>
public sealed record Gates(double KnownShare, double Confidence, double ConfidenceWithoutChannel)
{
    /// <summary>Gates that let a share of texts through.</summary>
    /// <param name="known">The known shares of texts that were not trained on.</param>
    /// <param name="confidences">Their confidences where the channel is told, in the same order.</param>
    /// <param name="without">Their confidences where it is not.</param>
    /// <param name="coverage">The share to let through; half of the rest fails at the first gate, half at the second.</param>
    internal static Gates Fit(
        IReadOnlyList<double> known,
        IReadOnlyList<double> confidences,
        IReadOnlyList<double> without,
        double coverage
    )
    {
        var knownShare = Quantile(known, (1 - coverage) / 2);
        var passed = Enumerable.Range(0, known.Count).Where(i => known[i] >= knownShare).ToList();
        var refused = passed.Count == 0 ? 0 : Math.Max(0, 1 - (coverage * known.Count / passed.Count));
        return new(
            knownShare,
            Quantile([.. passed.Select(i => confidences[i])], refused),
            Quantile([.. passed.Select(i => without[i])], refused)
        );
    }

    private static double Quantile(IReadOnlyList<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }
}
