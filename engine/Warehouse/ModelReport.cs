using Analytics.Classify;

namespace Analytics.Warehouse;

/// <summary>What came of training or choosing a model.</summary>
/// <param name="ModelId">The SHA-256 of its file.</param>
/// <param name="Card">What it is made of.</param>
/// <param name="Measures">How good it is on the texts kept aside.</param>
/// <param name="CurrentMeasures">How good the model in use was on the same texts; null when there was none.</param>
/// <param name="IsActive">Whether it is in use now.</param>
/// <param name="ClassifiedCount">The findings it was asked about.</param>
public sealed record ModelReport(
    string ModelId,
    ModelCard Card,
    Measures Measures,
    Measures? CurrentMeasures,
    bool IsActive,
    long ClassifiedCount
);

/// <summary>A category that a person gave to a finding.</summary>
/// <param name="Id">Its number.</param>
/// <param name="FindingId">The finding.</param>
/// <param name="Category">The category.</param>
/// <param name="Proposed">What the model had proposed; null when it was not asked or knew nothing.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When, in UTC.</param>
public sealed record Annotation(long Id, string FindingId, string Category, string? Proposed, string By, DateTime At);
