namespace Analytics.Classify;

/// <summary>How a model is trained; all of it is kept in the model's card.</summary>
/// <remarks>The defaults are measured: <c>benchmarks/README.md</c>, section on the classifier.</remarks>
public sealed record TrainingOptions
{
    /// <summary>The longest n-gram, 1 to 4 characters; null for 2, or 3 above 10,000 texts.</summary>
    public int? LongestGram { get; init; }

    /// <summary>In how many texts an n-gram must stand; 2 unless told.</summary>
    public int LeastTexts { get; init; } = 2;

    /// <summary>The most n-grams that are kept, the most frequent first; null for 20,000, or 60,000 above 10,000 texts.</summary>
    public int? MostGrams { get; init; }

    /// <summary>L2 regularisation times the number of texts; 1 unless told.</summary>
    public double Penalty { get; init; } = 1;

    /// <summary>The most passes over the texts; 200 unless told, since short texts do not converge in 20.</summary>
    public int MostPasses { get; init; } = 200;

    /// <summary>The relative duality gap at which training ends; 0.01 unless told.</summary>
    public float Tolerance { get; init; } = 0.01f;

    /// <summary>The share of texts like those trained on that should get a label without a person; 0.9 unless told.</summary>
    public double Coverage { get; init; } = 0.9;

    /// <summary>Below so many examples a class is decided by its keywords; 30 unless told.</summary>
    public int FewExamples { get; init; } = 30;

    /// <summary>The parts that take turns being kept aside for calibration; 3 unless told.</summary>
    public int FoldCount { get; init; } = 3;

    /// <summary>The seed of every random choice; 42 unless told.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Names of units, which are masked: the name of an office says nothing of the kind of problem.</summary>
    public IReadOnlyList<string> MaskedNames { get; init; } = [];

    /// <summary>The keywords of classes, for those with few examples: label to words.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keywords { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
