namespace Analytics.Papers;

/// <summary>A figure of a draft, as reading the draft has to give it back.</summary>
/// <param name="Channel">The channel; null where it has none.</param>
/// <param name="Measure">What it measures.</param>
/// <param name="Unit">The unit as written; null for the whole banner.</param>
/// <param name="Number">The number as printed.</param>
public sealed record DraftFigure(string? Channel, string Measure, string? Unit, decimal Number)
{
    /// <summary>Who found it, as a notice's fact carries it (自治区, 市, 旗); null where nobody is named.</summary>
    public string? Level { get; init; }

    /// <summary>The platform; null for none.</summary>
    public string? Platform { get; init; }

    /// <summary>Who received what was submitted; null where nothing was.</summary>
    public string? Target { get; init; }

    /// <summary>What a rate was computed from, above the line.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>What a rate was computed from, below the line.</summary>
    public decimal? Denominator { get; init; }
}
