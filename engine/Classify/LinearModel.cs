using System.Numerics.Tensors;

namespace Analytics.Classify;

/// <summary>Vocabulary, heads and weights: margins and probabilities of a text, without gates.</summary>
/// <remarks>
/// A head for each channel tells its labels apart, since the same sentence is W-TYPO on a website and N-TYPO on an account. Where the
/// channel is not known, a router says how likely each is and the probabilities are added up. Immutable and thread-safe.
/// </remarks>
internal sealed class LinearModel
{
    private readonly int[][] _labelsOfHeads;

    public LinearModel(GramVocabulary vocabulary, IReadOnlyList<LinearHead> heads, HeadWeights weights)
    {
        (Vocabulary, Heads, Weights) = (vocabulary, heads, weights);
        Router = heads.FirstOrDefault(head => head.Channel == LinearHead.Router);
        Channels = [.. heads.Where(head => head != Router)];
        Labels =
        [
            .. Channels.SelectMany(head => head.Classes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        _labelsOfHeads = [.. Channels.Select(head => head.Classes.Select(label => Labels.IndexOf(label)).ToArray())];
    }

    public GramVocabulary Vocabulary { get; }

    public IReadOnlyList<LinearHead> Heads { get; }

    public HeadWeights Weights { get; }

    /// <summary>The head that tells channels apart; null when there is only one.</summary>
    public LinearHead? Router { get; }

    /// <summary>The heads that tell labels apart.</summary>
    public IReadOnlyList<LinearHead> Channels { get; }

    /// <summary>All labels, in ordinal order.</summary>
    public List<string> Labels { get; }

    /// <summary>The head of a channel; null when the model does not know the channel.</summary>
    public LinearHead? HeadOf(string channel) => Channels.FirstOrDefault(head => head.Channel == channel);

    /// <summary>The probability of each label.</summary>
    /// <param name="features">The text.</param>
    /// <param name="channel">The channel; one that is not known is left open.</param>
    /// <param name="temperature">What margins are divided by.</param>
    /// <returns>One for each of <see cref="Labels"/>; together 1.</returns>
    public double[] Probabilities(TextFeatures features, string channel, Temperature temperature)
    {
        var sums = new double[Labels.Count];
        if (HeadOf(channel) is { } head)
        {
            Add(features, head, 1, temperature.Labels, sums);
            return sums;
        }

        var shares = Router is null ? [1.0] : Shares(features, Router, temperature.Channels);
        foreach (var one in Channels)
        {
            var share = Router is null ? shares[0] : shares[IndexOf(Router.Classes, one.Channel)];
            Add(features, one, share, temperature.Labels, sums);
        }

        return sums;
    }

    /// <summary>The probabilities of a head's classes.</summary>
    public double[] Shares(TextFeatures features, LinearHead head, double temperature)
    {
        if (head.Width == 0)
        {
            return [1];
        }

        Span<float> margins = head.Width <= 64 ? stackalloc float[head.Width] : new float[head.Width];
        Weights.Margins(features, head.Start, margins);
        return SoftMax(margins, temperature);
    }

    /// <summary>Probabilities from margins.</summary>
    public static double[] SoftMax(ReadOnlySpan<float> margins, double temperature)
    {
        var most = TensorPrimitives.Max(margins);
        var shares = new double[margins.Length];
        var sum = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = Math.Exp((margins[i] - most) / temperature);
            sum += shares[i];
        }

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }

        return shares;
    }

    private void Add(TextFeatures features, LinearHead head, double share, double temperature, double[] sums)
    {
        var labels = _labelsOfHeads[IndexOf(Channels, head)];
        var shares = Shares(features, head, temperature);
        for (var i = 0; i < labels.Length; i++)
        {
            sums[labels[i]] += share * shares[i];
        }
    }

    private static int IndexOf<T>(IReadOnlyList<T> list, T item)
        where T : IEquatable<T>
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Equals(item))
            {
                return i;
            }
        }

        return -1;
    }
}
