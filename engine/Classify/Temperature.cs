namespace Analytics.Classify;

/// <summary>What margins are divided by so that a probability of 0.8 is right in 8 of 10 cases.</summary>
/// <param name="Labels">For the labels of a channel.</param>
/// <param name="Channels">For the channels, where the channel is not told.</param>
public sealed record Temperature(double Labels, double Channels)
{
    private const double Least = 0.02;
    private const double Most = 5;

    /// <summary>The temperature with the smallest negative log-likelihood.</summary>
    /// <param name="margins">The margins of texts that were not trained on.</param>
    /// <param name="truths">The right class of each.</param>
    internal static double Fit(IReadOnlyList<float[]> margins, IReadOnlyList<int> truths)
    {
        // The loss has one minimum in ln t: golden section.
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (Math.Log(Least), Math.Log(Most));
        for (var step = 0; step < 40 && margins.Count > 0; step++)
        {
            var (left, right) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
            if (Loss(margins, truths, Math.Exp(left)) <= Loss(margins, truths, Math.Exp(right)))
            {
                high = right;
            }
            else
            {
                low = left;
            }
        }

        return margins.Count > 0 ? Math.Exp((low + high) / 2) : 1;
    }

    private static double Loss(IReadOnlyList<float[]> margins, IReadOnlyList<int> truths, double temperature)
    {
        var loss = 0.0;
        for (var i = 0; i < margins.Count; i++)
        {
            loss -= Math.Log(Math.Max(LinearModel.SoftMax(margins[i], temperature)[truths[i]], 1e-12));
        }

        return loss;
    }
}
