namespace Analytics.Classify;

/// <summary>Everything an evaluation says, for cards and JSON.</summary>
/// <param name="Measures">The figures.</param>
/// <param name="Classes">Each class.</param>
/// <param name="Confusions">How often each class was taken for each other.</param>
/// <param name="Calibration">Confidence against accuracy.</param>
/// <param name="Coverage">The accuracy of the surest texts.</param>
public sealed record EvaluationReport(
    Measures Measures,
    IReadOnlyList<ClassMeasures> Classes,
    IReadOnlyList<Confusion> Confusions,
    IReadOnlyList<CalibrationBin> Calibration,
    IReadOnlyList<CoveragePoint> Coverage
)
{
    /// <summary>Takes what an evaluation knows.</summary>
    public static EvaluationReport Of(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return new(
            evaluation.Measures,
            evaluation.Classes(),
            evaluation.Confusions(),
            evaluation.Calibration(),
            evaluation.Coverage()
        );
    }
}
