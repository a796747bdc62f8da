using System.Numerics.Tensors;

namespace Analytics.Classify;

/// <summary>The frozen weights of all heads: one row for each n-gram, one column for each class of each head.</summary>
/// <remarks>Immutable and thread-safe; predictions need nothing of Microsoft.ML.</remarks>
public sealed class HeadWeights
{
    private readonly float[] _weights;
    private readonly float[] _biases;

    /// <summary>Takes weights as they are.</summary>
    /// <param name="weights">Row by row.</param>
    /// <param name="biases">One for each column.</param>
    public HeadWeights(float[] weights, float[] biases) => (_weights, _biases) = (weights, biases);

    /// <summary>How many columns there are.</summary>
    public int Width => _biases.Length;

    /// <summary>The weights row by row.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>The bias of each column.</summary>
    public ReadOnlySpan<float> Biases => _biases;

    /// <summary>The weight of an n-gram in a column.</summary>
    public float At(int gram, int column) => _weights[(gram * Width) + column];

    /// <summary>Adds up the margins of some columns.</summary>
    /// <param name="features">The text.</param>
    /// <param name="start">The first column.</param>
    /// <param name="margins">One place for each column.</param>
    public void Margins(TextFeatures features, int start, Span<float> margins)
    {
        _biases.AsSpan(start, margins.Length).CopyTo(margins);
        for (var i = 0; i < features.Indexes.Length; i++)
        {
            var row = _weights.AsSpan((features.Indexes[i] * Width) + start, margins.Length);
            TensorPrimitives.MultiplyAdd(row, features.Values[i], margins, margins);
        }
    }
}
